package io.powermigrate.testkit.contract;

import static io.powermigrate.testkit.contract.Promise.require;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Scope;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.spi.Packager;
import io.powermigrate.spi.Packed;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a packager promises, together with the migrator of its carriers. {@link TwoEnvironments#make} makes something that
 * is carried.
 *
 * @param <C> what carries
 */
@SuppressWarnings("NullAway.Init") // opened before each test
public abstract class PackagerContract<C extends Resource> {

    @TempDir
    Path folder;

    private TwoEnvironments environments;
    private Packager<C> packager;

    /** For a test class to inherit. */
    protected PackagerContract() {}

    /** What is tested. */
    protected abstract Packager<C> subject();

    /** What is installed: the packager, the migrator of carriers, readers of what is carried, and rules for all. */
    protected abstract MigrationPlugin plugin();

    /** New environments, for one test. */
    protected abstract TwoEnvironments open();

    @BeforeEach
    void openEnvironments() {
        environments = open();
        packager = subject();
    }

    @AfterEach
    void closeEnvironments() {
        environments.close();
    }

    private MigrationPromises promises() {
        List<ResourceType<?>> types = new ArrayList<>();
        types.add(packager.carrier());
        types.addAll(packager.carries());
        return new MigrationPromises(runs(plugin()), environments, types);
    }

    private MigrationRun runs(MigrationPlugin installed) {
        Scope scope =
                Scope.of(packager.carries().toArray(ResourceType<?>[]::new)).withDependencies();
        return new MigrationRun(environments, installed, scope, Workspace.at(folder));
    }

    @Test
    void everything_selected_is_carried_once() {
        Promise.CARRIED_ONCE.holds(this::carriedOnce);
    }

    @Test
    void packing_is_pure() {
        Promise.PURE_PACKING.holds(this::packingIsPure);
    }

    @Test
    void planning_exports_at_most_once_and_changes_nothing() {
        Promise.EXPORTED_ONCE.holds(promises()::exportedOnce);
    }

    @Test
    void what_did_not_arrive_in_a_carrier_is_not_done() {
        Promise.CONTENTS_READ_BACK.holds(promises()::contentsReadBack);
    }

    @Test
    void what_somebody_changed_of_a_content_is_brought_back() {
        Promise.CONTENTS_REPAIRED.holds(promises()::contentsRepaired);
    }

    @Test
    void a_rehearsal_writes_nothing_and_leaves_nothing_behind() {
        Promise.REHEARSAL_LEAVES_NOTHING.holds(promises()::rehearsalLeavesNothing);
    }

    @Test
    void a_line_that_it_suggests_settles_what_it_found() {
        Promise.LINES_SETTLE.holds(this::linesSettle);
    }

    @Test
    void a_migrated_carrier_has_no_differences_and_a_second_plan_is_empty() {
        Promise.SECOND_PLAN_EMPTY.holds(promises()::secondPlanEmpty);
    }

    @Test
    void a_change_of_what_is_carried_is_brought_into_the_same_carrier() {
        Promise.CHANGE_ARRIVES.holds(promises()::changeArrives);
    }

    @Test
    void a_refused_write_is_reported_and_can_be_repeated() {
        Promise.REFUSAL_REPORTED.holds(promises()::refusalReported);
    }

    @Test
    void the_source_sees_nothing_above_export() {
        Promise.SOURCE_UNTOUCHED.holds(promises()::sourceUntouched);
    }

    @Test
    void a_lost_answer_makes_no_duplicate() {
        Promise.NO_DUPLICATE.holds(promises()::lostAnswer);
    }

    @Test
    void a_run_that_knows_nothing_of_the_last_makes_no_duplicate() {
        Promise.NO_DUPLICATE.holds(promises()::lostJournal);
    }

    @Test
    void plan_report_and_journal_hold_no_secret() {
        Promise.NO_SECRET.holds(promises()::noSecret);
    }

    private void carriedOnce() {
        Inventory source = unpacked();
        List<Resource> selected = selected(source);
        Set<ResourceKey> carried = new HashSet<>();
        Packed<C> packed = packager.pack(selected, source, Mapping.none());
        Set<ResourceKey> found =
                packed.findings().stream().map(Finding::resource).collect(Collectors.toSet());
        for (C carrier : packed.carriers()) {
            assertEquals(packager.carrier().name(), carrier.key().type(), "the type of a carrier");
            for (ResourceKey content : packager.contents(carrier)) {
                require(
                        carried.add(content) || found.contains(content),
                        () -> content + " is in two carriers, and no finding says so. Put it into one, or say so");
            }
        }
        carried.addAll(found);
        for (Resource each : selected) {
            require(
                    carried.contains(each.key()),
                    () -> each.key() + " is in no carrier, and no finding says why. Put it into one, or say why not");
        }
    }

    private void linesSettle() {
        Inventory source = unpacked();
        List<Resource> selected = selected(source);
        for (Finding found : packager.pack(selected, source, Mapping.none()).findings()) {
            found.suggestions().stream()
                    .filter(line -> !line.isToBeFilledIn())
                    .forEach(line -> require(
                            packager.pack(selected, source, Mapping.of(line)).findings().stream()
                                    .noneMatch(found::equals),
                            () -> line.toCode()
                                    + " was suggested, and changes nothing. Take it, or suggest another one"));
        }
    }

    private void packingIsPure() {
        Inventory source = unpacked();
        List<Resource> selected = selected(source);
        List<Resource> turned = new ArrayList<>(selected);
        Collections.reverse(turned);
        require(!turned.equals(selected), "nothing to pack in another order");
        List<String> first = packed(selected, source);
        assertEquals(
                first, packed(selected, source), "what packing gives the second time. Make it of its arguments only");
        assertEquals(first, packed(turned, source), "what packing gives in another order. Sort what is selected");
        environments.close();
        assertEquals(first, packed(selected, source), "what packing gives offline. Make it of its arguments only");
    }

    private List<String> packed(List<Resource> selected, Inventory source) {
        return packager.pack(selected, source, Mapping.none()).carriers().stream()
                .map(carrier -> Document.of(carrier.item()).canonical())
                .sorted()
                .toList();
    }

    private Inventory unpacked() {
        Stream.generate(environments::make).limit(3).forEach(id -> {});
        return runs(new Unpacked(plugin())).migration().read().source();
    }

    private List<Resource> selected(Inventory source) {
        return packager.carries().stream()
                .<Resource>flatMap(type -> source.all(type).stream())
                .toList();
    }

    /** The plugin without its packagers: what is read is what they are given. */
    private record Unpacked(MigrationPlugin plugin) implements MigrationPlugin {

        @Override
        public String name() {
            return plugin.name();
        }

        @Override
        public List<ResourceReader<?>> readers() {
            return plugin.readers();
        }

        @Override
        public String standardRuleSet() {
            return plugin.standardRuleSet();
        }

        @Override
        public List<RuleSet> ruleSets() {
            return plugin.ruleSets();
        }
    }
}
