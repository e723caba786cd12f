package io.powermigrate.cds;

import io.powermigrate.cds.choice.ChoiceReader;
import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.permission.PermissionSetReader;
import io.powermigrate.cds.publisher.PublisherReader;
import io.powermigrate.cds.publisher.SolutionPublisher;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.reference.ReferenceReader;
import io.powermigrate.cds.role.RoleReader;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.table.TableReader;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.cds.variable.VariableReader;
import io.powermigrate.testkit.contract.ReaderContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** What every reader promises, of the types of Dataverse that are only read. */
class DataverseContractsTest {

    @Nested
    class Tables extends ReaderContract<DataverseTable> {
        @Override
        protected TableReader subject() {
            return new TableReader();
        }

        @Override
        protected TwoEnvironments open() {
            return new Organizations() {
                @Override
                public String make() {
                    String name = "new_Order" + another();
                    return world.from().table(name, name).tableId(name);
                }
            };
        }
    }

    @Nested
    class Choices extends ReaderContract<GlobalChoice> {
        @Override
        protected ChoiceReader subject() {
            return new ChoiceReader();
        }

        @Override
        protected TwoEnvironments open() {
            return new Organizations() {
                @Override
                public String make() {
                    return world.from().choice("new_priority" + another(), "Low", "High");
                }
            };
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
