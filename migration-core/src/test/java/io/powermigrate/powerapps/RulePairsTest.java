package io.powermigrate.powerapps;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Reference;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.rule.Assessment;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleSet;
import io.powermigrate.rule.RuleSets;
import io.powermigrate.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has one resource that it is about and a twin that it is not about. */
class RulePairsTest {

    private static final Set<String> MINE = Set.of("connection", "custom-connector", "cloud-flow", "gateway");

    private static final Document DEFAULT = about("region", "europe", "isDefault", true);
    private static final Document DATAVERSE = about("region", "europe", "dataverseUrl", "https://org.example.com");
    private static final Document MANAGED = about("region", "europe", "isManaged", true);
    private static final Document ELSEWHERE = about("region", "asia");

    private record Pair(RuleCase hit, RuleCase miss) {}

    private static final Connection SQL = connection("c1", "shared_sql", "status", "Connected");
    private static final Connection TEAMS = connection("c2", "shared_teams", "status", "Connected");
    private static final CustomConnector ORDERS = connector("almMode", "Environment");
    private static final CustomConnector ORDERS_IN_SOLUTION = connector("almMode", "Solution");
    private static final Gateway GATEWAY = Gateway.TYPE.of(Item.of(Gateway.TYPE.key("Office"), "g1", "Office"));
    private static final CloudFlow FLOW = flow("state", "Started");
    private static final CloudFlow SOLUTION_FLOW = flow("state", "Started", "solutionEntity", "e1");
    private static final CloudFlow INSTANT = flow("trigger", "PowerAppV2");

    private static final Map<String, Pair> PAIRS = pairs();

    private static Map<String, Pair> pairs() {
        Map<String, Pair> pairs = new TreeMap<>();
        connections(pairs);
        connectors(pairs);
        gateways(pairs);
        flows(pairs);
        return pairs;
    }

    /** The twin of what holds for every resource of a type is a resource of another type. */
    private static void connections(Map<String, Pair> pairs) {
        for (String id : List.of("CON-001", "CON-011", "CON-021")) {
            pairs.put(id, new Pair(RuleCase.of(SQL), RuleCase.of(FLOW)));
        }
        pairs.put(
                "CON-002",
                new Pair(
                        RuleCase.of(SQL).with(Bind.connection("c1", "c2"), TEAMS),
                        RuleCase.of(SQL)
                                .with(
                                        Bind.connection("c1", "c3"),
                                        connection("c3", "shared_sql", "status", "Connected"))));
        pairs.put(
                "CON-003", new Pair(RuleCase.of(connection("c1", "shared_sql", "status", "Error")), RuleCase.of(SQL)));
    }

    private static void connectors(Map<String, Pair> pairs) {
        pairs.put("CC-001", new Pair(RuleCase.of(ORDERS), RuleCase.of(FLOW)));
        pairs.put("CC-011", new Pair(RuleCase.of(ORDERS), RuleCase.of(FLOW)));
        pairs.put(
                "CC-002",
                new Pair(RuleCase.of(connector("authentication", List.of("a key or password"))), RuleCase.of(ORDERS)));
        pairs.put(
                "CC-003",
                new Pair(
                        RuleCase.of(connector("definition", Map.of("source", "none", "because", "its file is empty"))),
                        RuleCase.of(ORDERS)));
        pairs.put("CC-021", new Pair(RuleCase.of(ORDERS), RuleCase.of(ORDERS_IN_SOLUTION)));
        pairs.put(
                "CC-022",
                new Pair(
                        RuleCase.of(ORDERS_IN_SOLUTION),
                        RuleCase.of(ORDERS_IN_SOLUTION).to(DATAVERSE)));
        pairs.put("CC-023", new Pair(RuleCase.of(ORDERS_IN_SOLUTION).to(DATAVERSE), RuleCase.of(ORDERS_IN_SOLUTION)));
        pairs.put(
                "CC-024",
                new Pair(
                        RuleCase.of(ORDERS_IN_SOLUTION).beside(needing(SOLUTION_FLOW, ORDERS_IN_SOLUTION)),
                        RuleCase.of(ORDERS_IN_SOLUTION).beside(needing(FLOW, ORDERS_IN_SOLUTION))));
    }

    private static void gateways(Map<String, Pair> pairs) {
        for (String id : List.of("GW-001", "GW-011", "GW-021")) {
            pairs.put(id, new Pair(RuleCase.of(GATEWAY), RuleCase.of(FLOW)));
        }
        for (String id : List.of("GW-002", "GW-012")) {
            pairs.put(id, new Pair(RuleCase.of(GATEWAY), RuleCase.of(GATEWAY).to(DEFAULT)));
        }
        pairs.put("GW-022", new Pair(RuleCase.of(GATEWAY).to(ELSEWHERE), RuleCase.of(GATEWAY)));
    }

    private static void flows(Map<String, Pair> pairs) {
        pairs.put("FLOW-001", new Pair(RuleCase.of(FLOW), RuleCase.of(SQL)));
        pairs.put("FLOW-002", new Pair(RuleCase.of(flow("suspension", "CompanyDlpViolation")), RuleCase.of(FLOW)));
        pairs.put("FLOW-003", new Pair(RuleCase.of(flow("notRead", "the service answered 403")), RuleCase.of(FLOW)));
        Binding same = Binding.of(CloudFlow.TYPE, SOLUTION_FLOW.id(), SOLUTION_FLOW.id());
        pairs.put(
                "FLOW-004",
                new Pair(
                        RuleCase.of(SOLUTION_FLOW).with(same, flow("state", "Stopped", "solutionEntity", "e1")),
                        RuleCase.of(SOLUTION_FLOW).with(same, SOLUTION_FLOW)));
        pairs.put("FLOW-011", new Pair(RuleCase.of(FLOW), RuleCase.of(SOLUTION_FLOW)));
        pairs.put("FLOW-012", new Pair(RuleCase.of(SOLUTION_FLOW), RuleCase.of(FLOW)));
        pairs.put("FLOW-013", new Pair(RuleCase.of(INSTANT), RuleCase.of(FLOW)));
        pairs.put("FLOW-021", new Pair(RuleCase.of(FLOW), RuleCase.of(SOLUTION_FLOW)));
        pairs.put("FLOW-022", new Pair(RuleCase.of(SOLUTION_FLOW).to(DATAVERSE), RuleCase.of(SOLUTION_FLOW)));
        pairs.put("FLOW-023", new Pair(RuleCase.of(INSTANT), RuleCase.of(FLOW)));
        pairs.put(
                "FLOW-024",
                new Pair(RuleCase.of(SOLUTION_FLOW), RuleCase.of(SOLUTION_FLOW).to(DATAVERSE)));
        pairs.put("FLOW-025", new Pair(RuleCase.of(FLOW).to(MANAGED), RuleCase.of(FLOW)));
        pairs.put("FLOW-026", new Pair(RuleCase.of(FLOW).from(DEFAULT), RuleCase.of(FLOW)));
        CloudFlow onPremises = flow("connections", List.of(Map.of("connector", "shared_sql", "connection", "c9")));
        Connection local = connection("c9", "shared_sql", "gateway", "g1");
        pairs.put(
                "FLOW-027",
                new Pair(
                        RuleCase.of(onPremises).to(ELSEWHERE).beside(local),
                        RuleCase.of(onPremises).beside(local)));
    }

    private static Pair pair(Rule<?> rule) {
        return Optional.ofNullable(PAIRS.get(rule.id()))
                .orElseThrow(() -> new AssertionError(rule.id() + " has no pair of resources"));
    }

    static Stream<Rule<?>> rules() {
        Map<String, Rule<?>> rules = new TreeMap<>();
        sets().forEach(set -> set.rules().forEach(rule -> rules.put(rule.id(), rule)));
        return rules.values().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_finds_its_resource_and_not_the_twin(Rule<?> rule) {
        Pair pair = pair(rule);
        List<Finding> found = pair.hit().check(rule);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).rule()).isEqualTo(rule.id());
        assertThat(found.get(0).reason()).isNotBlank().doesNotEndWith(".");
        assertThat(found.get(0).remedy()).isNotBlank().doesNotEndWith(".");
        assertThat(pair.miss().check(rule)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void an_unsure_rule_yields_a_warning_at_most(Rule<?> rule) {
        assertThat(rule.basis().source()).isNotBlank().doesNotContain("rule of the caller");
        if (!rule.basis().sure()) {
            assertThat(pair(rule).hit().check(rule))
                    .allMatch(finding -> finding.verdict().compareTo(Verdict.WARN) <= 0);
        }
    }

    @Test
    void one_id_is_one_rule_in_all_sets() {
        Map<String, Rule<?>> seen = new HashMap<>();
        sets().forEach(set -> set.rules().forEach(rule -> {
            Rule<?> other = seen.putIfAbsent(rule.id(), rule);
            assertThat(other == null || other == rule).as(rule.id()).isTrue();
        }));
    }

    @Test
    void each_set_has_rules_for_each_type() {
        for (String name : List.of(RuleSets.CLASSIC_2016, RuleSets.PACKAGE_2018, RuleSets.SOLUTION_AWARE)) {
            assertThat(RuleSets.join(name, sets()).rules().stream()
                            .map(rule -> rule.subject().name()))
                    .as(name)
                    .containsAll(MINE);
        }
    }

    @Test
    void two_sets_judge_one_inventory_otherwise() {
        Assessment classic = assess(RuleSets.CLASSIC_2016);
        Assessment packages = assess(RuleSets.PACKAGE_2018);
        assertThat(classic.compare(packages))
                .containsExactly(new Assessment.Change(FLOW.key(), Verdict.RECREATE, Verdict.WARN));
    }

    private static Assessment assess(String name) {
        TreeMap<ResourceKey, List<Finding>> findings = new TreeMap<>();
        for (Resource each : List.of(SQL, ORDERS, GATEWAY, FLOW)) {
            List<Finding> found = new ArrayList<>();
            RuleSets.join(name, sets())
                    .rules()
                    .forEach(rule -> found.addAll(RuleCase.of(each).check(rule)));
            findings.put(each.key(), found);
        }
        return new Assessment(name, findings);
    }

    private static List<RuleSet> sets() {
        return PowerApps.plugin().ruleSets().stream()
                .map(set -> new RuleSet(
                        set.name(),
                        set.rules().stream()
                                .filter(rule -> MINE.contains(rule.subject().name()))
                                .toList()))
                .toList();
    }

    private static CloudFlow needing(CloudFlow flow, Resource other) {
        return CloudFlow.TYPE.of(flow.item().withReferences(Set.of(Reference.needs(other.key()))));
    }

    private static Connection connection(String id, String connector, Object... members) {
        Document content = about(members).with("connector", connector);
        return Connection.TYPE.of(
                Item.of(Connection.TYPE.key(connector + " / " + id), id, id).withContent(content));
    }

    private static CustomConnector connector(Object... members) {
        String name = "shared_orders-5f0027f520b23e81c1-5f9888a90360086012";
        return CustomConnector.TYPE.of(
                Item.of(CustomConnector.TYPE.key("orders"), name, "Orders").withContent(about(members)));
    }

    private static CloudFlow flow(Object... members) {
        return CloudFlow.TYPE.of(
                Item.of(CloudFlow.TYPE.key("Approve"), "f1", "Approve").withContent(about(members)));
    }

    private static Document about(Object... members) {
        Document document = Document.empty();
        for (int i = 0; i < members.length; i += 2) {
            document = document.with(Arrays.asList(members).get(i).toString(), members[i + 1]);
        }
        return document;
    }
}
