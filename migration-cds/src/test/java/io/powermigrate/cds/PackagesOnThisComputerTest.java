package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.powermigrate.Migration;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that people exported are planned without any environment. */
class PackagesOnThisComputerTest {

    @TempDir
    Path folder;

    private Path solutions;

    @BeforeEach
    void findPackages() {
        solutions = Path.of(System.getProperty("powermigrate.shared", "absent"), "fixtures", "dataverse", "solutions");
        assumeThat(solutions).as("the folder ../shared/fixtures/dataverse").isDirectory();
    }

    private Inventory packages(Workspace workspace, String place, String... files) throws IOException {
        Path some = Files.createDirectories(folder.resolve(place));
        for (String file : files) {
            Files.copy(solutions.resolve(file), some.resolve(file));
        }
        return Packages.in(some, workspace);
    }

    private Plan plan(String from, String to) throws IOException {
        Workspace workspace = Workspace.at(folder.resolve("work"));
        Inventory source = packages(workspace, "source", from);
        Inventory destination = packages(workspace, "destination", to);
        return Migration.from(source)
                .to(destination)
                .install(Cds.plugin(SolutionOptions.defaults().managed()))
                .ruleSet("solution-aware")
                .scope(Scope.of(Solution.TYPE).withDependencies())
                .workspace(workspace)
                .build()
                .plan();
    }

    @Test
    void a_column_of_another_type_refuses_the_package_and_names_table_and_column() throws IOException {
        Plan plan = plan(
                "CenterofExcellenceCoreComponents_1_70_managed.zip",
                "CenterofExcellenceCoreComponents_1_45_managed.zip");
        Step step =
                plan.step(Solution.TYPE.key("CenterofExcellenceCoreComponents")).orElseThrow();
        assertThat(step.action()).isEqualTo(Action.BLOCKED);
        assertThat(step.findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("IMPORT-0x80041A06");
            assertThat(finding.reason()).contains("admin_rpa").contains("admin_rpamodifiedon");
        });
    }

    @Test
    void the_same_package_has_nothing_to_do() throws IOException {
        Plan plan =
                plan("TerraformSolutionExample_1_0_0_1_managed.zip", "TerraformSolutionExample_1_0_0_1_managed.zip");
        assertThat(plan.steps()).noneMatch(step -> step.action().writes());
    }
}
