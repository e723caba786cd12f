package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.rebind.Rebinding;
import io.powermigrate.canvas.requirements.Requirement;
import io.powermigrate.internal.address.SiteAddress;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Document;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an app's data sources mean for its way; all warn, for the app itself travels (wire/msapp.md, section 3). */
final class AppSourceRules {

    private static final Rule<CanvasApp> TABLES = Rule.withId("APP-031")
            .forEach(CanvasApp.TYPE)
            .whereverIt(
                    "uses Dataverse tables",
                    (app, context) -> places("table", app.facts().texts("tables")))
            .warns()
            .because("Microsoft does not support packages of apps with Dataverse dependencies, and the app works only"
                    + " where its tables are; it is attempted anyway")
            .accordingTo(Sources.PACKAGE)
            .remedy("Import the solution with these tables into the destination first. If the service refuses the"
                    + " package, add the app to a solution in the source and move that one");

    private static final Rule<CanvasApp> OTHER_ENVIRONMENT = Rule.withId("APP-032")
            .forEach(CanvasApp.TYPE)
            .whereverIt("reads tables of another environment", (app, context) -> otherEnvironments(app))
            .warns()
            .because("the app goes on reading the source's data, because it names that environment by its id")
            .accordingTo(Sources.WIRE)
            .remedy("Open the app in Studio in the destination, remove these tables and add them from the environment"
                    + " that the app is to use there");

    private static final Rule<CanvasApp> PREMIUM = Rule.withId("APP-033")
            .forEach(CanvasApp.TYPE)
            .whereverIt("newly binds a premium connector", AppSourceRules::newlyPremium)
            .warns()
            .because("it makes the app premium: users without that licence cannot start it (InsufficientPlanForApp)")
            .accordingTo(Sources.WIRE)
            .remedy("Assign a Power Apps Premium licence to its users in the destination's tenant");

    private static final Rule<CanvasApp> DANGLING = Rule.withId("APP-034")
            .forEach(CanvasApp.TYPE)
            .whereverIt("has a service that no connection reference stands for", (app, context) -> dangling(app))
            .warns()
            .because("nothing tells which connection it goes through; formulas with it do nothing when they run")
            .accordingTo(Sources.WIRE)
            .remedy("Open the app in Studio, remove the service and add it again, save, publish, then plan again");

    private static final Rule<CanvasApp> ON_PREMISES = Rule.withId("APP-035")
            .forEach(CanvasApp.TYPE)
            .whereverIt(
                    "reaches data through a gateway",
                    (app, context) -> places(
                            "connection",
                            app.knownDocumentReferences().stream()
                                    .filter(use -> use.kind().onPremise())
                                    .map(ConnectionUse::displayName)
                                    .toList()))
            .warns()
            .because("gateways are not carried, and not every environment can hold one")
            .accordingTo(Sources.REGIONS)
            .remedy("Install and register a gateway for the destination, make the connection through it, and bind it");

    private static final Rule<CanvasApp> SITES = Rule.withId("APP-036")
            .forEach(CanvasApp.TYPE)
            .whereverIt("names SharePoint sites of the source", AppSourceRules::unmappedSites)
            .warns()
            .because("no mapping entry replaces these sites; the app keeps using them")
            .accordingTo(Sources.CLASSIC)
            .suggesting((app, context) -> lines(app, unmapped(app, context)))
            .remedy(
                    "If the destination has its own site, make lists there with the same columns, and paste these lines,"
                            + " filled in");

    private static final Rule<CanvasApp> LIBRARIES = Rule.withId("APP-037")
            .forEach(CanvasApp.TYPE)
            .whereverIt("has components from a library", (app, context) -> places("library", libraries(app)))
            .warns()
            .because("the components work without the library, but get no more updates")
            .accordingTo(Sources.WHOLE)
            .remedy("Move the library's solution first if its updates are wanted, then open the app in Studio there");

    private static final Rule<CanvasApp> CODE_COMPONENTS = Rule.withId("APP-038")
            .forEach(CanvasApp.TYPE)
            .whereverIt("has code components", (app, context) -> places("component", codeComponents(app)))
            .warns()
            .because("it shows them only where their solution is installed and the environment allows them")
            .accordingTo(Sources.WHOLE)
            .remedy("Install their solutions in the destination and switch on code components for canvas apps there");

    private AppSourceRules() {}

    static List<Rule<CanvasApp>> all() {
        return List.of(TABLES, OTHER_ENVIRONMENT, PREMIUM, DANGLING, ON_PREMISES, SITES, LIBRARIES, CODE_COMPONENTS);
    }

    private static List<Location> places(String words, List<String> names) {
        return names.stream()
                .distinct()
                .map(name -> Location.of(words + " " + name, name))
                .toList();
    }

    private static List<Location> unmappedSites(CanvasApp app, RuleContext context) {
        return places("site", unmapped(app, context));
    }

    private static List<String> unmapped(CanvasApp app, RuleContext context) {
        Rebinding texts = AppRebinding.ofTexts(context.mapping());
        return app.facts().texts("bound", "sharePointSites").stream()
                .filter(site -> !texts.settles(site))
                .toList();
    }

    /** The lines to paste, of the sites and of what the app reads there. */
    private static List<Binding> lines(CanvasApp app, List<String> sites) {
        Set<String> wanted = sites.stream().map(SiteAddress::canonical).collect(Collectors.toSet());
        Stream<String> lists = app.compileFacts().stream()
                .flatMap(facts -> facts.needs().stream())
                .filter(need -> need.kind() == Requirement.Kind.TABLE)
                .filter(need -> wanted.contains(SiteAddress.canonical(need.within())))
                .map(Requirement::name)
                .distinct();
        return Stream.concat(
                        sites.stream().map(site -> line(site, "<its address in the destination>")),
                        lists.map(list -> line(list, "<its id in the destination>")))
                .toList();
    }

    private static Binding line(String value, String placeholder) {
        return new Binding(SlotType.TEXT, value, placeholder);
    }

    private static List<Location> otherEnvironments(CanvasApp app) {
        return places(
                "environment",
                app.facts().at("databaseReferences").items().stream()
                        .flatMap(reference -> reference.text("name").stream())
                        .filter(name -> !name.equals("default.cds"))
                        .toList());
    }

    /** A connector that the app in the destination has already changes nothing there. */
    private static List<Location> newlyPremium(CanvasApp app, RuleContext context) {
        List<ConnectionUse> premium = app.connectionReferences().stream()
                .filter(use -> use.kind().premium())
                .toList();
        Set<String> held = premium.isEmpty() ? Set.of() : connectorsOfCounterpart(app, context);
        return places(
                "connector",
                premium.stream()
                        .filter(use -> !held.contains(use.connector()))
                        .map(ConnectionUse::displayName)
                        .toList());
    }

    private static Set<String> connectorsOfCounterpart(CanvasApp app, RuleContext context) {
        Set<String> held = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        context.match(app.key())
                .found()
                .map(found -> new CanvasApp(found.item()))
                .ifPresent(found -> found.connectionReferences().forEach(use -> held.add(use.connector())));
        return held;
    }

    private static List<Location> dangling(CanvasApp app) {
        Set<String> owned = new HashSet<>();
        app.facts().at("connectionReferences").items().forEach(use -> owned.addAll(use.texts("dataSources")));
        List<String> names = new ArrayList<>();
        for (Document source : app.facts().at("dataSources").items()) {
            String name = source.text("name").orElse("");
            if (!owned.contains(name)
                    && (source.text("connector").isPresent()
                            || source.text("flow").isPresent())) {
                names.add(name);
            }
        }
        return places("data source", names);
    }

    private static List<String> libraries(CanvasApp app) {
        return app.facts().at("libraryDependencies").items().stream()
                .map(library -> library.text("libraryLogicalName")
                        .filter(name -> !name.isBlank())
                        .or(() -> library.text("libraryId"))
                        .orElse("without a name"))
                .toList();
    }

    private static List<String> codeComponents(CanvasApp app) {
        return app.facts().at("databaseReferences").items().stream()
                .flatMap(reference -> reference.texts("customControls").stream())
                .toList();
    }
}
