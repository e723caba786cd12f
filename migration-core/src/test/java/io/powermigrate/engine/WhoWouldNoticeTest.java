package io.powermigrate.engine;

import static io.powermigrate.engine.Thing.app;
import static io.powermigrate.engine.Thing.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.powermigrate.Migration;
import io.powermigrate.MigrationBuilder;
import io.powermigrate.approval.Approval;
import io.powermigrate.approval.ApprovalPolicy;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.journal.Journal;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.rule.Rule;
import io.powermigrate.store.Workspace;
import io.powermigrate.time.Time;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who would notice? Each input of a migration is made wrong, one at a time. Each is told: in the plan's section of settings that matched
 * nothing, as a finding, or as an exception.
 */
class WhoWouldNoticeTest {

    private static final ResourceType<Thing> UNKNOWN = new ResourceType<>("canvasapp", Thing.class, Thing::new);

    /** They take nothing that could be wrong: one listens, the other one builds. */
    private static final Set<String> NO_INPUT = Set.of("listener", "build", "toString");

    private final World world = new World();

    /** One wrong input: the method of the builder that takes it, and what is told of it. */
    private record Wrong(String method, String told, Function<World, String> telling) {
        @Override
        public String toString() {
            return method + ": " + told;
        }
    }

    static Stream<Wrong> wrong() {
        return Stream.of(plugins(), rules(), scopes(), lines(), switches(), waivers(), numbers(), times(), places())
                .flatMap(cases -> cases);
    }

    private static Stream<Wrong> plugins() {
        return Stream.of(
                new Wrong("install", "has two readers", world -> refused(world, builder -> builder.install(world))),
                new Wrong(
                        "discoverPlugins",
                        "discoverPlugins found no plugin on the class path",
                        world -> onAnEmptyClassPath(() -> refused(world, MigrationBuilder::discoverPlugins))));
    }

    private static String onAnEmptyClassPath(Supplier<String> work) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static Stream<Wrong> rules() {
        return Stream.of(
                new Wrong(
                        "ruleSet",
                        "The rule set \"clasic-2016\" was not found",
                        world -> refused(world, builder -> builder.ruleSet("clasic-2016"))),
                unmatched(
                        "ruleSet",
                        "ruleSet clasic-2016: no installed plugin has rules of this set. Similar: \"classic-2016\"",
                        builder -> builder.ruleSet("clasic-2016").addRules(own("OWN-1", Thing.APP))),
                unmatched(
                        "addRules",
                        "addRules OWN-1: no installed plugin reads the type \"canvasapp\"",
                        builder -> builder.addRules(own("OWN-1", UNKNOWN))),
                new Wrong(
                        "addRules",
                        "two rules have the id APP-1",
                        world -> refused(world, builder -> builder.addRules(own("APP-1", Thing.APP)))));
    }

    private static Rule<Thing> own(String id, ResourceType<Thing> type) {
        return World.always(type, id).migrates().because("it does").remedy("Nothing");
    }

    private static Stream<Wrong> scopes() {
        return Stream.of(
                unmatched(
                        "scope",
                        "scope canvasapp: no installed plugin reads the type",
                        builder -> builder.scope(Scope.of(UNKNOWN))),
                unmatched(
                        "scope",
                        "scope named \"Expence*\": nothing in the source is called so. Similar: \"Expenses\"",
                        builder -> builder.scope(Scope.of(Thing.APP).named("Expence*"))));
    }

    private static Stream<Wrong> lines() {
        return Stream.of(
                unmatched(
                        "mapping",
                        "mapping link \"l2\": no link of the source has this id or name",
                        line("link", "l2", "d1")),
                unmatched("mapping", "mapping lnk \"l1\": no installed plugin reads", line("lnk", "l1", "d1")),
                unmatched("mapping", "mapping app \"Expence\": no app of", line("app", "Expence", Binding.NEW)),
                new Wrong("mapping", "to the id d2, which the destination does not show", world -> world.plan(
                                line("link", "l1", "d2"))
                        .toLongText()));
    }

    private static UnaryOperator<MigrationBuilder> line(String type, String from, String to) {
        return builder -> builder.mapping(Mapping.of(Binding.of(type, from, to)));
    }

    private static Stream<Wrong> switches() {
        return Stream.of(
                new Wrong(
                        "allowInSource",
                        "allowInSource is READ, and reading takes EXPORT",
                        world -> refused(world, builder -> builder.allowInSource(Effect.READ))),
                new Wrong(
                        "allowInSource", "The source may be changed, too: WRITE is allowed there", world -> world.plan(
                                        builder -> builder.allowInSource(Effect.WRITE))
                                .toLongText()),
                new Wrong(
                        "approvals",
                        "it needs approvals by 2 people and has 1 approval, by ada@contoso.com",
                        world -> refusal(() -> world.run(builder -> builder.approvals(ApprovalPolicy.of(2))))),
                unmatched("recreate", "recreate canvasapp: no installed plugin", builder -> builder.recreate(UNKNOWN)),
                unmatched("recreate", "recreate link: no migrator makes it", builder -> builder.recreate(Thing.LINK)),
                unmatched(
                        "recreate",
                        "recreate app: the rules leave none of them to this switch",
                        builder -> builder.recreate(Thing.APP)),
                unmatched(
                        "allowUnread",
                        "allowUnread canvasapp: no installed plugin",
                        builder -> builder.allowUnread(UNKNOWN)));
    }

    private static Stream<Wrong> waivers() {
        return Stream.of(
                unmatched(
                        "waive",
                        "waive APP-999 of app \"Expenses\": nothing of this rule was found there",
                        builder ->
                                builder.waive("APP-999", app("a1", "Expenses").key(), "looked")),
                unmatched(
                        "waive",
                        "waive ENG-HELD of app \"Expences\": the plan is not about this resource. Similar: \"Expenses\"",
                        builder ->
                                builder.waive("ENG-HELD", app("a1", "Expences").key(), "looked")),
                new Wrong(
                        "waive",
                        "has no reason. Say why",
                        world -> refused(
                                world,
                                builder -> builder.waive(
                                        "APP-1", app("a1", "Expenses").key(), " "))));
    }

    private static Stream<Wrong> numbers() {
        return Stream.of(
                new Wrong(
                        "maxChanges", "its maxChanges is 0", world -> refused(world, builder -> builder.maxChanges(0))),
                new Wrong("maxChanges", "it changes 2 resources and the limit is 1", WhoWouldNoticeTest::beyondLimit),
                new Wrong(
                        "parallelism",
                        "its parallelism is 0",
                        world -> refused(world, builder -> builder.parallelism(0))));
    }

    private static String beyondLimit(World world) {
        world.source.put(app("a2", "Another"));
        return refusal(() -> world.run(builder -> builder.maxChanges(1)));
    }

    private static Stream<Wrong> times() {
        Duration wrong = Duration.ofSeconds(-1);
        return Stream.of(
                new Wrong(
                        "verifyWithin",
                        "its verifyWithin is PT-1S",
                        world -> refused(world, builder -> builder.verifyWithin(wrong))),
                new Wrong(
                        "listsWithin",
                        "its listsWithin is PT-1S",
                        world -> refused(world, builder -> builder.listsWithin(wrong))),
                new Wrong(
                        "stepDeadline",
                        "its stepDeadline is PT-1S",
                        world -> refused(world, builder -> builder.stepDeadline(wrong))),
                new Wrong("time", "the approval of ada@contoso.com ended", WhoWouldNoticeTest::byAnotherClock));
    }

    /** A clock that is a year ahead. */
    private static String byAnotherClock(World world) {
        Clock ahead = Clock.fixed(TestClock.START.plus(Duration.ofDays(365)), ZoneOffset.UTC);
        Migration migration =
                world.builder().time(new Time(ahead, duration -> {})).build();
        Approval approval = World.approval().until(TestClock.START.plus(Duration.ofHours(1)));
        return refusal(() -> migration.execute(migration.plan().approve(approval)));
    }

    private static Stream<Wrong> places() {
        return Stream.of(
                new Wrong("workspace", "workspace: it does not hold 1 file of the source", world -> {
                    Artifact elsewhere = new Artifact("Expenses.msapp", "application/zip", "0".repeat(64), 7);
                    world.source.put(new Thing(app("a1", "Expenses").item().withArtifacts(List.of(elsewhere))));
                    try (Workspace other = Workspace.temporary()) {
                        return told(world, builder -> builder.workspace(other));
                    }
                }),
                new Wrong("journal", "held by", world -> {
                    Journal journal = Journal.inMemory();
                    try (Journal.Claim other = journal.claim(new io.powermigrate.journal.Execution(
                            "one", "destination", "the destination", "ben", TestClock.START))) {
                        assertThat(other).isNotNull();
                        return refusal(() -> world.run(builder -> builder.journal(journal)));
                    }
                }));
    }

    private static Wrong unmatched(String method, String told, UnaryOperator<MigrationBuilder> setting) {
        return new Wrong(method, told, world -> told(world, setting));
    }

    /** What the plan says of settings that matched nothing. */
    private static String told(World world, UnaryOperator<MigrationBuilder> setting) {
        Plan plan = world.plan(setting);
        assertThat(plan.unmatched()).hasSize(1);
        return plan.unmatched().toString();
    }

    private static String refused(World world, UnaryOperator<MigrationBuilder> setting) {
        return refusal(() -> setting.apply(world.builder()).build());
    }

    private static String refusal(Runnable what) {
        return String.valueOf(catchThrowableOfType(RuntimeException.class, what::run));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void an_input_that_is_wrong_is_told(Wrong input) {
        world.source.put(app("a1", "Expenses"), link("l1", "SQL of Ada"));
        assertThat(input.telling().apply(world)).contains(input.told());
    }

    @Test
    void every_input_of_a_migration_has_a_case() {
        Set<String> methods = new TreeSet<>();
        Arrays.stream(MigrationBuilder.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !NO_INPUT.contains(name))
                .forEach(methods::add);
        assertThat(wrong().map(Wrong::method)).containsOnly(methods.toArray(String[]::new));
    }
}
