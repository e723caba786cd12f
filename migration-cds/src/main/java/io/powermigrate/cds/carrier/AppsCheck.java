package io.powermigrate.cds.carrier;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.app.PackagedApp;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What canvas apps and custom connectors of a package would miss in the destination; apps are checked like those that travel alone. */
final class AppsCheck {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse.md, section 5", "2026-08-21");

    private final Solution solution;
    private final SolutionFacts facts;
    private final CheckContext context;

    AppsCheck(Solution solution, SolutionFacts facts, CheckContext context) {
        this.solution = solution;
        this.facts = facts;
        this.context = context;
    }

    List<Finding> findings() {
        List<PackagedApp> apps = solution.apps();
        CheckContext within = within(apps);
        List<Finding> findings = new ArrayList<>();
        apps.forEach(app -> findings.addAll(app.findings(solution.key(), within)));
        solution.unreadApps()
                .members()
                .forEach(
                        (title, why) -> findings.add(
                                finding(
                                        "SOL-026",
                                        Verdict.WARN,
                                        "its app \"" + title
                                                + "\" was not checked and travels as it is, because its document could not be read: "
                                                + why.text().orElse(""),
                                        "Open and save the app in Studio in the source, then export again; test it in the destination")));
        onlyThere(apps).ifPresent(findings::add);
        solution.connectors().forEach(connector -> findings.add(finding(connector)));
        return findings;
    }

    /** What an import makes of a document no list of the destination tells. */
    private Optional<Finding> onlyThere(List<PackagedApp> apps) {
        String titles =
                apps.stream().map(app -> "\"" + app.title() + "\"").sorted().collect(Collectors.joining(", "));
        return titles.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "SOL-029",
                        Verdict.WARN,
                        "its canvas apps travel bound to the destination. After the import it is checked that they are there, and not what"
                                + " they hold: " + titles,
                        "Open each of them in the destination after the import and test it"));
    }

    /** What a person has to do before anybody can use it (wire/dataverse-situations.md, S08). */
    private Finding finding(ConnectorsInside.One connector) {
        String host = connector.host().isEmpty()
                ? "an API that its definition does not tell"
                : "the API of " + connector.host();
        String title = "its custom connector \"" + connector.title() + "\"";
        return switch (connector.secret()) {
            case NEEDED ->
                finding(
                        "SOL-027",
                        Verdict.WARN,
                        title + " calls " + host + " and signs in with a secret, which is in no package",
                        "Enter the secret in the connector of the destination after the import, check that its redirect address is"
                                + " allowed there, then make a connection");
            case NOT_KNOWN ->
                finding(
                        "SOL-027",
                        Verdict.WARN,
                        title + " calls " + host
                                + ", and whether it signs in with a secret is not known, because its connection"
                                + " parameters could not be read",
                        "Open the connector in the destination after the import, enter the secret if it asks for one, then make a"
                                + " connection");
            case NONE ->
                finding(
                        "SOL-028",
                        Verdict.MIGRATE,
                        title + " calls " + host,
                        "Check that the destination may call it, and make a connection");
        };
    }

    private Finding finding(String rule, Verdict verdict, String reason, String remedy) {
        return Finding.of(rule, solution.key(), verdict, new Explanation(reason, remedy, BASIS));
    }

    /** What the package brings, and what it joins its apps with, is there by then. */
    private CheckContext within(List<PackagedApp> apps) {
        Covered covered = new Covered(facts);
        Set<ResourceKey> own = new HashSet<>(Contents.of(solution).keys());
        for (ResourceKey given : covered.given(apps)) {
            own.add(given);
            context.source().find(given).map(Resource::key).ifPresent(own::add);
        }
        return new CheckContext(
                context.source(),
                context.destination(),
                covered.over(context.bindings(), apps),
                key -> own.contains(key) || context.arrives().test(key));
    }
}
