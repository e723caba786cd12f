package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionMigrator;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.flow.FlowStateMigrator;
import io.powermigrate.cds.reference.BindingMigrator;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.variable.ValueMigrator;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.model.Binding;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.testkit.contract.MigratorContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** What every migrator promises, of the types of Dataverse that are written. */
class DataverseMigratorsTest {

    private static final String SECRET = "hunter2-planted";

    @Nested
    class Values extends MigratorContract<VariableValue> {

        private final WithVariables environments = new WithVariables();

        @Override
        protected ValueMigrator subject() {
            return new ValueMigrator();
        }

        @Override
        protected MigrationPlugin plugin() {
            return Cds.plugin();
        }

        @Override
        protected TwoEnvironments open() {
            return environments;
        }

        @AfterEach
        void no_variable_has_two_values() {
            assertThat(environments.values()).doesNotHaveDuplicates();
        }
    }

    /** Variables that both have from a managed solution, and that a person gives a value in the destination. */
    private static final class WithVariables extends Organizations {

        private static final String VALUES = "environmentvariablevalues";
        private String last = "";

        @Override
        public String make() {
            last = "new_Variable" + another();
            String id = row("environmentvariabledefinitions", definition());
            world.to().row("environmentvariabledefinitions", definition());
            row(VALUES, Map.of("value", SECRET, "_environmentvariabledefinitionid_value", id));
            line(Cds.value(last, "https://" + last + ".fabrikam.example"));
            return id;
        }

        private Map<String, Object> definition() {
            return Map.of("schemaname", last, "displayname", last, "type", 100000000, "ismanaged", true);
        }

        @Override
        public void change(String id) {
            String name = world.from().rows("environmentvariabledefinitions").stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst()
                    .flatMap(row -> row.value("schemaname"))
                    .orElseThrow();
            line(Cds.value(name, "https://other.fabrikam.example"));
        }

        @Override
        public void makeInDestination() {
            FakeRow there = row(world.to(), "environmentvariabledefinitions", "schemaname", last);
            world.to().row(VALUES, Map.of("value", "theirs", "_environmentvariabledefinitionid_value", there.id()));
        }

        /** Of which variables the destination has values. */
        List<String> values() {
            return world.to().rows(VALUES).stream()
                    .flatMap(row -> row.value("_environmentvariabledefinitionid_value").stream())
                    .toList();
        }

        @Override
        public Optional<String> secret() {
            return Optional.of(SECRET);
        }
    }

    @Nested
    class References extends MigratorContract<ReferenceBinding> {
        @Override
        protected BindingMigrator subject() {
            return new BindingMigrator();
        }

        @Override
        protected MigrationPlugin plugin() {
            return new Plugins();
        }

        @Override
        protected TwoEnvironments open() {
            return new WithReferences();
        }
    }

    /** References that both have from a managed solution, and that a person binds to a connection of the destination. */
    private static final class WithReferences extends Organizations {

        private static final String CONNECTOR = "shared_sql";
        private String last = "";

        @Override
        public String make() {
            int number = another();
            last = "new_reference" + number;
            String here =
                    world.dev.connection(CONNECTOR, "SQL " + number + " of Ada").name();
            String there = world.prod
                    .connection(CONNECTOR, "SQL " + number + " of Grace")
                    .name();
            world.to().row("connectionreferences", reference(last, ""));
            line(Cds.reference(last, there));
            line(Binding.of(Connection.TYPE, here, there));
            return row("connectionreferences", reference(last, here));
        }

        private static Map<String, Object> reference(String name, String connection) {
            return Map.of(
                    "connectionreferencelogicalname", name,
                    "connectionreferencedisplayname", name,
                    "connectorid", "/providers/Microsoft.PowerApps/apis/" + CONNECTOR,
                    "connectionid", connection,
                    "ismanaged", true);
        }

        @Override
        public void change(String id) {
            String name = world.from().rows("connectionreferences").stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst()
                    .flatMap(row -> row.value("connectionreferencelogicalname"))
                    .orElseThrow();
            line(Cds.reference(
                    name, world.prod.connection(CONNECTOR, "Another of Grace").name()));
        }

        @Override
        public void makeInDestination() {
            row(world.to(), "connectionreferences", "connectionreferencelogicalname", last)
                    .with(
                            "connectionid",
                            world.prod.connection(CONNECTOR, "Of somebody else").name());
        }
    }

    @Nested
    class States extends MigratorContract<FlowState> {
        @Override
        protected FlowStateMigrator subject() {
            return new FlowStateMigrator();
        }

        @Override
        protected TwoEnvironments open() {
            return new WithFlows();
        }
    }

    /** Flows that are on in the source, and that an import has brought into the destination, where they are off. */
    private static final class WithFlows extends Organizations {

        private String last = "";

        @Override
        public String make() {
            String name = "Notify " + another();
            last = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
            world.to().row("workflows", flow(name, 0));
            return row("workflows", flow(name, 1));
        }

        private Map<String, Object> flow(String name, int state) {
            return Map.of(
                    "workflowid",
                    last,
                    "name",
                    name,
                    "category",
                    5,
                    "type",
                    1,
                    "statecode",
                    state,
                    "statuscode",
                    state + 1,
                    "clientdata",
                    "{}");
        }

        /** A new version of the flow arrives, and imports leave flows off. */
        @Override
        public void change(String id) {
            row(world.to(), "workflows", "workflowid", id).with("statecode", "0");
        }

        @Override
        public void makeInDestination() {
            row(world.to(), "workflows", "workflowid", last).with("statecode", "1");
        }
    }

    @Nested
    class Solutions extends MigratorContract<Solution> {

        private static final SolutionOptions OPTIONS =
                SolutionOptions.defaults().planWithoutExport();

        @Override
        protected SolutionMigrator subject() {
            return new SolutionMigrator(OPTIONS);
        }

        @Override
        protected MigrationPlugin plugin() {
            return Cds.plugin(OPTIONS);
        }

        @Override
        protected TwoEnvironments open() {
            return new WithSolutions();
        }
    }

    /** Unmanaged solutions of a table each. */
    private static final class WithSolutions extends Organizations {

        private String last = "";

        @Override
        public String make() {
            last = "Orders" + another();
            world.from().solution(solution(last, "1.0.0.0").toZip());
            return row(world.from(), "solutions", "uniquename", last).id();
        }

        private static SolutionBuilder solution(String name, String version) {
            return SolutionBuilder.named(name)
                    .publisher("contoso", "new")
                    .version(version)
                    .table(TableSpec.named("new_" + name, name).column(ColumnSpec.text("new_Number", 100)));
        }

        @Override
        public void change(String id) {
            String name = world.from().rows("solutions").stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst()
                    .flatMap(row -> row.value("uniquename"))
                    .orElseThrow();
            world.from().solution(solution(name, "1.1.0.0").toZip());
        }

        @Override
        public void makeInDestination() {
            world.to().solution(solution(last, "0.9.0.0").toZip());
        }
    }
}
