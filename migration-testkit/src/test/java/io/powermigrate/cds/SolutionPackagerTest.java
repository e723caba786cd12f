package io.powermigrate.cds;

import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.carrier.SolutionPackager;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.testkit.contract.PackagerContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import io.powermigrate.testkit.solution.ChoiceSpec;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.FlowSpec;
import io.powermigrate.testkit.solution.PermissionSetSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import io.powermigrate.testkit.solution.VariableSpec;
import java.util.Optional;

/** What every packager promises, of solutions that hold one of everything that they carry. */
class SolutionPackagerTest extends PackagerContract<Solution> {

    private static final String SECRET = "hunter2-planted";

    @Override
    protected SolutionPackager subject() {
        return new SolutionPackager(SolutionOptions.defaults());
    }

    @Override
    protected MigrationPlugin plugin() {
        return new Plugins();
    }

    @Override
    protected TwoEnvironments open() {
        return new Filled();
    }

    /** Each makes a solution of its own; the id is that of its role. */
    private static final class Filled extends Organizations {

        @Override
        public String make() {
            int number = another();
            world.from().solution(solution(number, "1.0.0.0").toZip());
            line(Cds.value("new_Url" + number, "https://fabrikam.example/" + number));
            line(Cds.reference(
                    "new_sql" + number,
                    world.prod.connection("shared_sql", "SQL " + number).name()));
            return row(world.from(), "roles", "name", "Order reader " + number).id();
        }

        private static SolutionBuilder solution(int number, String version) {
            String table = "new_Order" + number;
            return SolutionBuilder.named("Orders" + number)
                    .publisher("contoso", "new")
                    .version(version)
                    .table(TableSpec.named(table, "Order " + number)
                            .column(ColumnSpec.text("new_Number", 100))
                            .column(ColumnSpec.money("new_Amount", 2).secured()))
                    .choice(ChoiceSpec.named("new_priority" + number).option(100000000, "Low"))
                    .role(RoleSpec.named("Order reader " + number).privilege("prvRead" + table, "Local"))
                    .permissionSet(
                            PermissionSetSpec.named("Amounts " + number).reads("new_order" + number, "new_amount"))
                    .variable(VariableSpec.text("new_Url" + number).value(SECRET))
                    .connectionReference("new_sql" + number, "shared_sql")
                    .flow(FlowSpec.named("Notify " + number).uses("new_sql" + number, "shared_sql"));
        }

        private int number(String role) {
            String name = world.from().rows("roles").stream()
                    .filter(row -> row.id().equals(role))
                    .findFirst()
                    .flatMap(row -> row.value("name"))
                    .orElseThrow();
            return Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
        }

        @Override
        public void change(String id) {
            int number = number(id);
            world.from()
                    .solution(solution(number, "1.1.0.0")
                            .role(RoleSpec.named("Order clerk " + number)
                                    .privilege("prvWritenew_Order" + number, "Local"))
                            .toZip());
        }

        @Override
        public void changeInDestination(String id) {
            row(world.to(), "roles", "name", "Order reader " + number(id)).remove();
        }

        @Override
        public Optional<String> secret() {
            return Optional.of(SECRET);
        }
    }
}
