package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Coverage;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Match;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.rule.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule about apps has one app that it is about and a twin that it is not about. */
class CanvasAppRulePairsTest {

    private static final String CLASSIC = "\"appType\":\"ClassicCanvasApp\"";
    private static final CanvasApp PLAIN = app("Expenses", CLASSIC);
    private static final CanvasApp SOLUTION = app("Expenses", CLASSIC + ",\"almMode\":\"Solution\"");
    private static final CanvasApp PAGE = app("Expenses", "\"appType\":\"CustomCanvasPage\"");
    private static final Document NOBODY = Document.empty();
    private static final Document APP_ONLY = Document.parse("{\"appOnly\":true}");

    /** An app with the two environments that it is judged in. */
    private record Case(CanvasApp app, Document from, Document to, Coverage seen, List<CanvasApp> there) {

        static Case of(CanvasApp app) {
            return new Case(app, NOBODY, NOBODY, Coverage.visibleOnly("maker", "share"), List.of());
        }

        Case from(Document about) {
            return new Case(app, about, to, seen, there);
        }

        Case to(Document about) {
            return new Case(app, from, about, seen, there);
        }

        Case beside(CanvasApp... others) {
            return new Case(app, from, to, seen, List.of(others));
        }

        Case unreadable() {
            return new Case(app, from, to, Coverage.unreadable("403", "ask"), there);
        }
    }

    private record Pair(Case hit, Case miss) {}

    private static final Map<String, Pair> PAIRS = pairs();

    private static Map<String, Pair> pairs() {
        Map<String, Pair> pairs = new TreeMap<>();
        Case plain = Case.of(PLAIN);
        pairs.put("APP-001", new Pair(plain, Case.of(PAGE)));
        pairs.put("APP-002", new Pair(Case.of(PAGE), plain));
        pairs.put(
                "APP-003",
                new Pair(
                        Case.of(app("A/B: 1", CLASSIC)),
                        Case.of(app("A/B: 1", CLASSIC)).beside(app("A B 1", CLASSIC))));
        pairs.put("APP-004", new Pair(plain.from(APP_ONLY), plain.to(APP_ONLY)));
        pairs.put("APP-005", new Pair(plain.to(APP_ONLY), plain.from(APP_ONLY)));
        pairs.put("APP-006", new Pair(Case.of(SOLUTION), Case.of(SOLUTION).unreadable()));
        pairs.put("APP-007", new Pair(of("\"unpublishedDraft\":true"), plain));
        pairs.put("APP-008", new Pair(of("\"sharedWithOthers\":true"), plain));
        pairs.put("APP-009", new Pair(document("\"listForm\":true"), document("\"listForm\":false")));
        pairs.put("APP-011", new Pair(plain, Case.of(PAGE)));
        pairs.put("APP-012", new Pair(Case.of(SOLUTION), plain));
        pairs.put("APP-021", new Pair(plain, Case.of(SOLUTION)));
        pairs.put("APP-022", new Pair(Case.of(SOLUTION), plain));
        pairs.put("APP-023", new Pair(reference("\"shared\":true"), reference("\"shared\":false")));
        sources(pairs);
        places(pairs);
        return pairs;
    }

    private static void sources(Map<String, Pair> pairs) {
        pairs.put("APP-031", new Pair(document("\"tables\":[\"account\"]"), document("\"tables\":[]")));
        pairs.put("APP-032", new Pair(database("07b76778-ae42-4fff-b36c-20010ac07f32"), database("default.cds")));
        CanvasApp premium = app(
                "Expenses",
                CLASSIC + ",\"connectionReferences\":{\"r\":{\"id\":\"/x/apis/shared_sql\",\"apiTier\":\"Premium\"}}");
        pairs.put("APP-033", new Pair(Case.of(premium), Case.of(premium).beside(premium)));
        String service = "\"dataSources\":[{\"name\":\"Weather\",\"connector\":\"shared_msnweather\"}]";
        pairs.put(
                "APP-034",
                new Pair(
                        document(service),
                        document(service + ",\"connectionReferences\":[{\"dataSources\":[\"Weather\"]}]")));
    }

    private static void places(Map<String, Pair> pairs) {
        pairs.put("APP-035", new Pair(reference("\"onPremise\":true"), reference("\"onPremise\":false")));
        pairs.put(
                "APP-036",
                new Pair(
                        document("\"bound\":{\"sharePointSites\":[\"https://contoso.sharepoint.com/sites/hr\"]}"),
                        document("\"bound\":{\"sharePointSites\":[]}")));
        pairs.put(
                "APP-037",
                new Pair(
                        document("\"libraryDependencies\":[{\"libraryId\":\"1\",\"libraryLogicalName\":\"\"}]"),
                        document("\"libraryDependencies\":[]")));
        pairs.put(
                "APP-038",
                new Pair(
                        document("\"databaseReferences\":[{\"name\":\"default.cds\",\"customControls\":[\"cat_X\"]}]"),
                        database("default.cds")));
        pairs.put(
                "APP-039",
                new Pair(document("\"partsOfOneName\":[\"Controls/1.json\"]"), document("\"partsOfOneName\":[]")));
    }

    static Stream<Rule<?>> every_rule() {
        return CanvasAppRules.sets().stream()
                .flatMap(set -> set.rules().stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("every_rule")
    void it_finds_what_it_is_about_and_leaves_its_twin_alone(Rule<?> rule) {
        Pair pair = pair(rule);
        assertThat(check(rule, pair.hit())).as("%s", rule).hasSize(1).allSatisfy(finding -> {
            assertThat(finding.reason()).isNotBlank().doesNotEndWith(".");
            assertThat(finding.remedy()).isNotBlank().doesNotEndWith(".");
            assertThat(finding.basis().source()).isNotBlank();
        });
        assertThat(check(rule, pair.miss())).as("%s", rule).isEmpty();
    }

    @Test
    void every_pair_belongs_to_a_rule_and_ids_are_unique_in_a_set() {
        assertThat(every_rule().map(Rule::id)).containsExactlyInAnyOrderElementsOf(PAIRS.keySet());
        assertThat(CanvasAppRules.sets())
                .extracting(RuleSet::name)
                .containsExactly(RuleSets.CLASSIC_2016, RuleSets.PACKAGE_2018, RuleSets.SOLUTION_AWARE);
    }

    @Test
    void an_unsure_rule_only_warns() {
        assertThat(every_rule().filter(rule -> !rule.basis().sure()))
                .allSatisfy(rule -> assertThat(check(rule, pair(rule).hit()))
                        .allMatch(finding -> finding.verdict().compareTo(Verdict.WARN) <= 0));
    }

    @Test
    void a_pair_can_be_minted_where_any_app_is_exportable_and_a_given_one_is_enough() {
        Rule<?> noPair = every_rule()
                .filter(rule -> rule.id().equals("APP-006"))
                .findFirst()
                .orElseThrow();
        assertThat(check(noPair, Case.of(SOLUTION).beside(app("Other", CLASSIC))))
                .isEmpty();
        assertThat(check(noPair, Case.of(SOLUTION).beside(PAGE))).hasSize(1);
        assertThat(check(noPair, of("\"almMode\":\"Solution\",\"pairSupplied\":true")))
                .isEmpty();
        assertThat(check(noPair, of("\"package\":{\"exportable\":true}"))).isEmpty();
        assertThat(check(noPair, of("\"package\":{\"exportable\":false,\"code\":\"AppAccessDenied\"}")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("AppAccessDenied"));
    }

    private static Pair pair(Rule<?> rule) {
        return Optional.ofNullable(PAIRS.get(rule.id()))
                .orElseThrow(() -> new AssertionError(rule + " has no pair: add an app and its twin"));
    }

    private static <R extends Resource> List<Finding> check(Rule<R> rule, Case given) {
        return rule.check(rule.subject().of(given.app().item()), context(given));
    }

    private static RuleContext context(Case given) {
        Inventory source = Inventory.of("dev", "Dev", given.from())
                .add(CanvasApp.TYPE, List.of(given.app()))
                .build();
        Inventory destination = Inventory.of("prod", "Prod", given.to())
                .add(CanvasApp.TYPE, given.there())
                .coverage(CanvasApp.TYPE.name(), given.seen())
                .build();
        return new Context(source, destination, given.there());
    }

    private record Context(Inventory source, Inventory destination, List<CanvasApp> there) implements RuleContext {

        @Override
        public Mapping mapping() {
            return Mapping.none();
        }

        @Override
        public Match<? extends Resource> match(ResourceKey key) {
            return there.size() == 1 ? Match.one(there.get(0), "bound") : Match.absent("nothing there");
        }
    }

    private static Case of(String... more) {
        return Case.of(app("Expenses", CLASSIC + "," + String.join(",", Arrays.asList(more))));
    }

    private static Case document(String facts) {
        return of("\"document\":{" + facts + "}");
    }

    private static Case reference(String mark) {
        return document("\"connectionReferences\":[{\"key\":\"r\",\"connector\":\"shared_sql\"," + mark + "}]");
    }

    private static Case database(String name) {
        return document("\"databaseReferences\":[{\"name\":\"" + name + "\",\"customControls\":[]}]");
    }

    private static CanvasApp app(String name, String content) {
        return new CanvasApp(Item.of(CanvasApp.TYPE.key(name), "id of " + name, name)
                .withContent(Document.parse("{" + content + "}")));
    }
}
