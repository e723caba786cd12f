package io.powermigrate.cds;

import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.permission.PermissionSetReader;
import io.powermigrate.cds.publisher.PublisherReader;
import io.powermigrate.cds.publisher.SolutionPublisher;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.reference.ReferenceReader;
import io.powermigrate.cds.role.RoleReader;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.cds.variable.VariableReader;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.testkit.FakeClock;
import io.powermigrate.testkit.contract.ReaderContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** What every reader promises, of types of Dataverse whose rows are in a list. */
class DataverseContractsTest {

    abstract static class Organizations implements TwoEnvironments {

        final TwoOrganizations world = new TwoOrganizations();
        private int made;

        int another() {
            return ++made;
        }

        String row(String set, Map<String, Object> values) {
            return world.from().row(set, values).id();
        }

        @Override
        public Endpoint source() {
            return world.source;
        }

        @Override
        public Endpoint destination() {
            return world.target;
        }

        @Override
        public FakeClock clock() {
            return world.fake.clock();
        }

        @Override
        public long requests(Endpoint side, Effect effect) {
            FakeEnvironment environment = side.id().equals(world.source.id()) ? world.dev : world.prod;
            return environment.requests(FakeEffect.valueOf(effect.name()));
        }

        @Override
        public void throttleNextRequest() {
            world.fake.service().faults().next(seen -> seen.authorized(), Fault.throttledForSeconds(7));
        }

        @Override
        public void close() {
            world.close();
        }
    }

    @Nested
    class Roles extends ReaderContract<SecurityRole> {
        @Override
        protected RoleReader subject() {
            return new RoleReader();
        }

        @Override
        protected TwoEnvironments open() {
            return new Organizations() {
                @Override
                public String make() {
                    return world.from()
                            .role("Role " + another(), Map.of("prvReadAccount", "Local"))
                            .id();
                }
            };
        }
    }

    @Nested
    class PermissionSets extends ReaderContract<PermissionSet> {
        @Override
        protected PermissionSetReader subject() {
            return new PermissionSetReader();
        }

        @Override
        protected TwoEnvironments open() {
            return new Organizations() {
                @Override
                public String make() {
                    return row("fieldsecurityprofiles", Map.of("name", "Set " + another()));
                }
            };
        }
    }

    @Nested
    class Publishers extends ReaderContract<SolutionPublisher> {
        @Override
        protected PublisherReader subject() {
            return new PublisherReader();
        }

        @Override
        protected TwoEnvironments open() {
            return new Organizations() {
                @Override
                public String make() {
                    int number = another();
                    return row(
                            "publishers",
                            Map.of(
                                    "uniquename", "publisher" + number,
                                    "friendlyname", "Publisher " + number,
                                    "customizationprefix", "pub" + number));
                }
            };
        }
    }

    @Nested
    class Variables extends ReaderContract<VariableDefinition> {
        @Override
        protected VariableReader subject() {
            return new VariableReader();
        }

        @Override
        protected TwoEnvironments open() {
            return new Organizations() {
                @Override
                public String make() {
                    String name = "new_Variable" + another();
                    return row(
                            "environmentvariabledefinitions",
                            Map.of("schemaname", name, "displayname", name, "type", 100000000));
                }
            };
        }
    }

    @Nested
    class References extends ReaderContract<ReferenceDefinition> {
        @Override
        protected ReferenceReader subject() {
            return new ReferenceReader();
        }

        @Override
        protected TwoEnvironments open() {
            return new Organizations() {
                @Override
                public String make() {
                    String name = "new_reference" + another();
                    return row(
                            "connectionreferences",
                            Map.of(
                                    "connectionreferencelogicalname", name,
                                    "connectionreferencedisplayname", name,
                                    "connectorid", "/providers/Microsoft.PowerApps/apis/shared_sql"));
                }
            };
        }
    }
}
