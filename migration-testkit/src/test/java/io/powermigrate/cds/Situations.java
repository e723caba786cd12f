package io.powermigrate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.carrier.SolutionOptions;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.Step;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.rule.Verdict;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A package of a folder that is migrated, and what a plan says of it: what tests of situations share. */
abstract class Situations {

    static final ResourceKey ORDERS = Solution.TYPE.key("Orders");

    @TempDir
    Path folder;

    final TwoOrganizations world = new TwoOrganizations();

    @AfterEach
    final void close() {
        world.close();
    }

    static SolutionBuilder orders(String version) {
        return SolutionBuilder.named("Orders")
                .publisher("contoso", "new")
                .version(version)
                .table(TableSpec.named("new_Order", "Order").column(ColumnSpec.text("new_Number", 100)));
    }

    /** A package beside the others of the folder. */
    void put(String file, byte[] zip) throws IOException {
        Files.write(Files.createDirectories(folder.resolve("packages")).resolve(file), zip);
    }

    MigrationBuilder migration(SolutionBuilder made, SolutionOptions options) throws IOException {
        put("Orders.zip", made.toZip());
        return migration(options);
    }

    /** From the packages of the folder. */
    MigrationBuilder migration(SolutionOptions options) {
        return migration(options, world);
    }

    /** From the packages of the folder into the destination of a world. */
    MigrationBuilder migration(SolutionOptions options, TwoOrganizations into) {
        return Migration.from(Packages.in(folder.resolve("packages"), into.workspace))
                .to(into.target)
                .install(PowerApps.plugin(), Cds.plugin(options))
                .ruleSet(RuleSets.SOLUTION_AWARE)
                .scope(Scope.of(Solution.TYPE).withDependencies())
                .workspace(into.workspace)
                .journal(into.journal)
                .time(into.fake.time());
    }

    Plan plan(SolutionBuilder made) throws IOException {
        return migration(made, SolutionOptions.defaults()).build().plan();
    }

    Report run(SolutionBuilder made, Binding... lines) throws IOException {
        return run(migration(made, SolutionOptions.defaults())
                .mapping(Mapping.of(lines))
                .build());
    }

    Report run(Migration migration) {
        return world.run(migration);
    }

    static void isDone(Report report, ResourceKey key) {
        assertThat(report.outcome(key).orElseThrow().state()).isEqualTo(Outcome.State.DONE);
    }

    static Step orders(Plan plan) {
        return plan.step(ORDERS).orElseThrow();
    }

    static void refuses(Plan plan, String rule, String... words) {
        assertThat(orders(plan).action()).isEqualTo(Action.BLOCKED);
        assertThat(orders(plan).findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.reason()).contains(words);
        });
    }

    static void warns(Plan plan, ResourceKey key, String... words) {
        assertThat(plan.step(key).orElseThrow().findings()).anySatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.reason()).contains(words);
        });
    }

    /** The package with a text of one of its XML files replaced, as somebody who edits it by hand would do. */
    static byte[] edited(byte[] zip, String file, String from, String to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals(file)) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(text).contains(from);
                    bytes = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
                }
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(bytes);
                copy.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
