package io.powermigrate.powerapps.app;

import io.powermigrate.model.Binding;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.shape.Kept;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Location;
import io.powermigrate.rule.Rule;
import java.util.List;
import java.util.Locale;

/** Which kinds of apps travel at all, in each rule set. */
final class AppKindRules {

    private static final String REVIEW =
            "Review the findings of this app. Open it in the destination, test each screen, and share it";

    static final Rule<CanvasApp> CLASSIC = travels(
            "APP-001",
            "an app is saved as a file in the source, and opened and made again in the destination",
            Sources.CLASSIC);

    static final Rule<CanvasApp> PACKAGE = travels(
            "APP-011", "a package carries an app; an update arrives as a draft and is published", Sources.PACKAGE);

    static final Rule<CanvasApp> SOLUTION_IN_PACKAGE = Rule.withId("APP-012")
            .forEach(CanvasApp.TYPE)
            .when("belongs to a solution", (app, context) -> app.isClassic() && app.inSolution())
            .mustBeRecreatedByHand()
            .because("packages and solutions do not go together: the service exports no package of it")
            .accordingTo(Sources.PACKAGE)
            .remedy("Export its solution in the source, import it in the destination, then plan again");

    static final Rule<CanvasApp> OUTSIDE = Rule.withId("APP-021")
            .forEach(CanvasApp.TYPE)
            .when("belongs to no solution", (app, context) -> app.isClassic() && !app.inSolution())
            .migrates()
            .because("a package carries it as long as it has no Dataverse dependencies")
            .accordingTo(Sources.PACKAGE)
            .remedy(REVIEW);

    static final Rule<CanvasApp> IN_SOLUTION = Rule.withId("APP-022")
            .forEach(CanvasApp.TYPE)
            .when("belongs to a solution", (app, context) -> app.isClassic() && app.inSolution())
            .warns()
            .because("it arrives outside of its solution: what the solution says about it stays behind, and each user"
                    + " consents to its connections again")
            .accordingTo(Sources.REFERENCES)
            .remedy("Move it with its solution instead if it is to stay in one. Else add it to a solution in the"
                    + " destination, remove and add its custom connectors there, and test it");

    static final Rule<CanvasApp> IMPLICITLY_SHARED = Rule.withId("APP-023")
            .forEach(CanvasApp.TYPE)
            .when(
                    "uses a connection that is shared with its users",
                    (app, context) -> app.isClassic()
                            && app.knownDocumentReferences().stream()
                                    .anyMatch(use -> use.kind().shared()))
            .warns()
            .because("anyone who may run the app gets to use that connection, too")
            .accordingTo(Sources.REFERENCES)
            .remedy("Bind it to a connection of the destination that all users of the app may use");

    private static final Rule<CanvasApp> OTHER_KIND = Rule.withId("APP-002")
            .forEach(CanvasApp.TYPE)
            .when("is no classic canvas app", (app, context) -> !app.isClassic())
            .blocks()
            .becauseOf((app, context) -> "it is " + kind(app)
                    + (app.isOnThisComputer()
                            ? ", not an app"
                            : ", which is listed among the apps but is not imported as one"))
            .accordingTo(Sources.WIRE)
            .remedyFor((app, context) -> carrier(app));

    private static final Rule<CanvasApp> READ_DIFFERENTLY = Rule.withId("APP-039")
            .forEach(CanvasApp.TYPE)
            .whereverIt("has a document with parts of one name", (app, context) -> partsOfOneName(app))
            .warns()
            .because("of each the first one is read, and another program may read another one")
            .accordingTo(Sources.WIRE)
            .remedy(
                    "Open the app in Studio and check that it is the right one. Saving it there leaves one part of each name");

    private static final Rule<CanvasApp> LIST_FORM = Rule.withId("APP-009")
            .forEach(CanvasApp.TYPE)
            .when("is the form of a SharePoint list", (app, context) -> app.isClassic() && app.isListForm())
            .mustBeRecreatedByHand()
            .because("it belongs to one list of one site, and an import cannot give it another")
            .accordingTo(Sources.WIRE)
            .remedyFor((app, context) -> "Make the list with the same columns on a site of "
                    + context.destination().name()
                    + ", open it there, choose Integrate, Power Apps, Customize forms, copy the screens and formulas of this"
                    + " form" + Kept.file(app, ".msapp", " (file ", ")")
                    + " into the new one, save it and publish it to SharePoint. Then give it the name \""
                    + app.displayName() + "\" or bind it: "
                    + Binding.toBeFilledIn(SlotType.of(CanvasApp.TYPE), app.id())
                            .toCode());

    private AppKindRules() {}

    static List<Rule<CanvasApp>> everywhere() {
        return List.of(OTHER_KIND, LIST_FORM, READ_DIFFERENTLY);
    }

    private static List<Location> partsOfOneName(CanvasApp app) {
        return app.facts().texts("partsOfOneName").stream()
                .map(name -> Location.of("part " + name, name))
                .toList();
    }

    private static Rule<CanvasApp> travels(String id, String why, Basis basis) {
        return Rule.withId(id)
                .forEach(CanvasApp.TYPE)
                .when("is a classic canvas app", (app, context) -> app.isClassic())
                .migrates()
                .because(why)
                .accordingTo(basis)
                .remedy(REVIEW);
    }

    private static boolean is(CanvasApp app, String word) {
        String document = app.facts().text("documentType").orElse("");
        return (app.appType() + " " + document).toLowerCase(Locale.ROOT).contains(word);
    }

    private static String kind(CanvasApp app) {
        if (is(app, "page")) {
            return "a custom page";
        }
        if (is(app, "library")) {
            return "a component library";
        }
        if (is(app, "codeapp")) {
            return "a code app";
        }
        return is(app, "model") ? "a model-driven app" : "an app of the kind \"" + app.appType() + "\"";
    }

    private static String carrier(CanvasApp app) {
        if (is(app, "library")) {
            return "Move the solution that holds it, or rebuild it in the destination: a move of the whole environment"
                    + " to another tenant leaves it behind";
        }
        if (is(app, "codeapp")) {
            return "Publish it again from its source code, with the destination as its environment";
        }
        return "Move the solution that holds it: export it in the source, import it in the destination";
    }
}
