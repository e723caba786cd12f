package io.powermigrate.powerapps.app;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.SlotType;
import io.powermigrate.powerapps.shape.Kept;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Rule;
import io.powermigrate.rule.RuleContext;
import java.util.List;

/** What stands in the way of an import, known before anything is written (wire/canvas-app-import.md). */
final class AppWayRules {

    private static final String REFUSED = ".\\/:*?\"<>|";

    private static final Rule<CanvasApp> NAME = Rule.withId("APP-003")
            .forEach(CanvasApp.TYPE)
            .when(
                    "would get a name that the service refuses",
                    (app, context) ->
                            app.isClassic() && !refused(name(app, context)).isEmpty())
            .blocks()
            .becauseOf((app, context) -> "its name \"" + name(app, context) + "\" holds "
                    + refused(name(app, context)) + ", and the service takes no definition whose name holds one of "
                    + REFUSED + " (InvalidApplicationNameCharacters)")
            .accordingTo(Sources.WIRE)
            .remedyFor((app, context) -> "Rename the app in " + context.source().name()
                    + " (open it in Studio, Settings, Name, save, publish), or bind it to an app that has another name:"
                    + " "
                    + Binding.toBeFilledIn(SlotType.of(CanvasApp.TYPE), app.id())
                            .toCode());

    private static final Rule<CanvasApp> ORIGIN_APP_ONLY = Rule.withId("APP-004")
            .forEach(CanvasApp.TYPE)
            .when(
                    "is read by an application without a user",
                    (app, context) ->
                            app.isClassic() && context.source().about().flag("appOnly"))
            .blocks()
            .because("the service gives the document of an app to people only, not to an application")
            .accordingTo(Sources.WIRE)
            .remedyFor(
                    (app, context) -> "Sign in to " + context.source().name() + " as the app's owner or as a co-owner");

    private static final Rule<CanvasApp> DESTINATION_APP_ONLY = Rule.withId("APP-005")
            .forEach(CanvasApp.TYPE)
            .when(
                    "would be written by an application without a user",
                    (app, context) ->
                            app.isClassic() && context.destination().about().flag("appOnly"))
            .blocks()
            .because("the service takes packages from people only, not from an application")
            .accordingTo(Sources.WIRE)
            .remedyFor((app, context) ->
                    "Sign in to " + context.destination().name() + " as a user who may make apps there");

    private static final Rule<CanvasApp> NO_PAIR = Rule.withId("APP-006")
            .forEach(CanvasApp.TYPE)
            .when("has no package that the service would take", AppWayRules::hasNoPair)
            .mustBeRecreatedByHand()
            .becauseOf((app, context) -> "an import needs a package exported by the service: " + whyNotItsOwn(app)
                    + ", " + context.destination().name()
                    + " shows no app whose package could be exported, and no pair was given")
            .accordingTo(Sources.WIRE)
            .remedyFor((app, context) -> "Import the first app into "
                    + context.destination().name()
                    + " by hand (make.powerapps.com, Apps, Import canvas app)"
                    + Kept.file(app, ".msapp", ", or open the file ", " in Studio there and save it")
                    + ", then plan again. Or have the app's owner"
                    + " in " + context.source().name() + " make you a co-owner. Or give CanvasApps.migrator a pair");

    private static final Rule<CanvasApp> DRAFT = Rule.withId("APP-007")
            .forEach(CanvasApp.TYPE)
            .when("has changes that are not published", (app, context) -> app.isClassic() && app.hasUnpublishedDraft())
            .warns()
            .because("what is published travels, the draft does not")
            .accordingTo(Sources.WIRE)
            .remedyFor((app, context) ->
                    "Publish it in " + context.source().name() + " if the draft is to be migrated, then plan again");

    private static final Rule<CanvasApp> SHARING = Rule.withId("APP-008")
            .forEach(CanvasApp.TYPE)
            .when(
                    "is shared with others",
                    (app, context) -> app.isClassic() && app.content().flag("sharedWithOthers"))
            .warns()
            .because("neither sharing nor ownership travels: anyone who imports the app owns it")
            .accordingTo(Sources.PIPELINES)
            .remedy("Share it again in the destination, with its connections, and set its owner");

    private AppWayRules() {}

    static List<Rule<CanvasApp>> all() {
        return List.of(NAME, ORIGIN_APP_ONLY, DESTINATION_APP_ONLY, NO_PAIR, DRAFT, SHARING);
    }

    /** An app that is there keeps its name. */
    private static String name(CanvasApp app, RuleContext context) {
        return context.match(app.key())
                .found()
                .map(found -> found.displayName())
                .orElse(app.displayName());
    }

    private static String refused(String name) {
        return name.chars()
                .filter(c -> REFUSED.indexOf(c) >= 0)
                .distinct()
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString();
    }

    private static boolean hasNoPair(CanvasApp app, RuleContext context) {
        return app.isClassic()
                && !app.content().flag("pairSupplied")
                && app.genuinePackage().isEmpty()
                && (app.isOnThisComputer() || app.inSolution() || !app.refusal().isMissing())
                && !canMint(context.destination());
    }

    /** A list that could not be read is not an empty one; an app of somebody else may be co-owned. */
    private static boolean canMint(Inventory destination) {
        boolean readable = destination
                .coverage(CanvasApp.TYPE.name())
                .map(seen -> seen.isReadable())
                .orElse(false);
        return !readable
                || destination.all(CanvasApp.TYPE).stream().anyMatch(app -> app.isClassic() && !app.inSolution());
    }

    private static String whyNotItsOwn(CanvasApp app) {
        if (app.isOnThisComputer()) {
            return "the app is a document on this computer, not a package";
        }
        return app.inSolution()
                ? "the app belongs to a solution, whose apps are not exported as packages"
                : "the source does not export the app ("
                        + (app.refusal().text("code").orElse("") + ": "
                                        + app.refusal().text("message").orElse(""))
                                .strip()
                        + ")";
    }
}
