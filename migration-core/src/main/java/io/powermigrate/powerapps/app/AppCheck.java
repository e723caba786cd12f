package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.canvas.requirements.CompileFacts;
import io.powermigrate.canvas.requirements.Literal;
import io.powermigrate.canvas.requirements.Origin;
import io.powermigrate.canvas.requirements.Requirement;
import io.powermigrate.canvas.requirements.RequirementsCheck;
import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.CheckContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compilation issues that an app would have in a destination. */
final class AppCheck {

    private static final String SHAREPOINT = ".sharepoint.";
    private static final Pattern HOST = Pattern.compile("^[a-z]+://([a-z0-9.-]+)", Pattern.CASE_INSENSITIVE);

    private final CanvasApp app;
    private final CheckContext context;

    AppCheck(CanvasApp app, CheckContext context) {
        this.app = app;
        this.context = context;
    }

    List<Finding> findings() {
        Rebinding rebinding = new AppRebinding(app, context.bindings()).rebinding();
        InventoryHoldings holdings = new InventoryHoldings(app.key(), context, rebinding);
        Stream<Finding> places = app.compileFacts().stream()
                .flatMap(facts -> new RequirementsCheck(facts, holdings, origin(facts)).issues().stream())
                .map(issue -> AppIssues.finding(issue, app.key(), holdings::suggestions))
                .map(finding -> finding.among(holdings.candidates(finding.suggestions())));
        return Stream.concat(places, new AppTies(app, rebinding).findings().stream())
                .toList();
    }

    /** Sites and people of a tenant stay what they are in another environment of it. */
    private Origin origin(CompileFacts facts) {
        boolean sameTenant = fact(context.source(), "tenantId").equals(fact(context.destination(), "tenantId"))
                && !fact(context.source(), "tenantId").isEmpty();
        Set<String> ids = new HashSet<>();
        facts.literals().stream() // an environment has far more ids than formulas name
                .map(Literal::value)
                .filter(context.source()::holdsId)
                .forEach(ids::add);
        ids.add(guid(fact(context.source(), "environment")));
        Set<String> hosts = new HashSet<>();
        hosts.add(host(fact(context.source(), "dataverseUrl")));
        app.facts().texts("bound", "dataverseHosts").forEach(address -> hosts.add(host(address)));
        Set<String> domains = new HashSet<>();
        Set<String> paths = new HashSet<>();
        if (!sameTenant) {
            ids.add(fact(context.source(), "tenantId"));
            facts.needs().stream()
                    .filter(need -> need.kind() == Requirement.Kind.TABLE)
                    .forEach(need -> ids.add(need.name()));
            sites(facts, hosts);
            app.facts().texts("bound", "sharePointSites").stream()
                    .flatMap(site -> SiteAddress.of(site).stream())
                    .forEach(site -> paths.add(site.path()));
            hosts.forEach(host -> domains(host).forEach(domains::add));
        }
        Stream.of(ids, hosts, paths).forEach(set -> set.remove(""));
        Set<String> mapped =
                AppRebinding.texts(context.bindings()).map(Binding::from).collect(Collectors.toSet());
        return new Origin(ids, hosts, paths, domains, mapped);
    }

    /**
     * Every host of SharePoint that the document names is the source's, with its personal sites and its administration, but for those
     * that lines of the mapping lead to.
     */
    private void sites(CompileFacts facts, Set<String> hosts) {
        Set<String> there = AppRebinding.texts(context.bindings())
                .flatMap(line -> SiteAddress.of(line.to()).stream())
                .flatMap(address -> ofTenant(address.host()))
                .collect(Collectors.toSet());
        Stream.concat(
                        app.facts().texts("bound", "sharePointSites").stream(),
                        facts.literals().stream()
                                .filter(literal -> literal.kind() == Literal.Kind.ADDRESS)
                                .map(Literal::value))
                .flatMap(address -> SiteAddress.of(address).stream())
                .map(SiteAddress::host)
                .filter(host -> host.contains(SHAREPOINT))
                .flatMap(AppCheck::ofTenant)
                .filter(host -> !there.contains(host))
                .forEach(hosts::add);
    }

    /** The hosts of a tenant: its sites, personal sites and administration. */
    private static Stream<String> ofTenant(String host) {
        int end = host.indexOf(SHAREPOINT);
        if (end < 0) {
            return Stream.of(host);
        }
        String tenant = host.substring(0, end).replaceFirst("-(?:my|admin)$", "");
        return Stream.of("", "-my", "-admin").map(kind -> tenant + kind + host.substring(end));
    }

    private static String fact(Inventory inventory, String name) {
        Document about = inventory.about();
        return about.text(name).orElse("");
    }

    /** {@code contoso.sharepoint.com} is the site host of a tenant whose people are at contoso.com or contoso.onmicrosoft.com. */
    private static Stream<String> domains(String host) {
        int end = host.indexOf(SHAREPOINT);
        return end < 0 || host.substring(0, end).matches(".*-(?:my|admin)")
                ? Stream.of()
                : Stream.of(host.substring(0, end) + ".com", host.substring(0, end) + ".onmicrosoft.com");
    }

    /** Addresses come from a document too: one that is none is no host. */
    private static String host(String address) {
        Matcher host = HOST.matcher(address);
        return host.find() ? host.group(1) : "";
    }

    /** The default environment of a tenant is called {@code Default-GUID}. */
    private static String guid(String environment) {
        return environment.replaceFirst("(?i)^default-", "");
    }
}
