package io.powermigrate.cds;

import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.cds.member.MembersMigrator;
import io.powermigrate.cds.member.PermissionMembers;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.testkit.contract.MigratorContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeRow;
import java.util.Map;

/** Members of permission sets keep what every migrator promises. */
class MembersContractTest extends MigratorContract<PermissionMembers> {

    @Override
    protected MembersMigrator subject() {
        return new MembersMigrator();
    }

    @Override
    protected MigrationPlugin plugin() {
        return Cds.plugin(SolutionOptions.defaults().withMembers());
    }

    @Override
    protected TwoEnvironments open() {
        return new WithMembers();
    }

    /** Sets that both have from a managed solution, with teams that a person maps. */
    private static final class WithMembers extends Organizations {

        private String last = "";

        @Override
        public String make() {
            last = "Amounts " + another();
            String id = row("fieldsecurityprofiles", Map.of("name", last));
            world.to().row("fieldsecurityprofiles", Map.of("name", last, "fieldsecurityprofileid", id));
            member(id);
            return id;
        }

        @Override
        public void change(String id) {
            member(id);
        }

        /** One more team of the source is in it, which is another one in the destination. */
        private void member(String profile) {
            String here = "Team " + another();
            String there = here + " of Fabrikam";
            join(world.from(), world.from().row("teams", Map.of("name", here)), profile);
            world.to().row("teams", Map.of("name", there));
            line(Cds.team(here, there));
        }

        @Override
        public void makeInDestination() {
            String profile =
                    row(world.to(), "fieldsecurityprofiles", "name", last).id();
            join(world.to(), world.to().rows("teams").get(0), profile);
        }

        private static void join(FakeDataverse dataverse, FakeRow team, String profile) {
            dataverse.link(
                    "teamprofiles_association",
                    team,
                    row(dataverse, "fieldsecurityprofiles", "fieldsecurityprofileid", profile));
        }
    }
}
