package io.powermigrate.powerapps.app;

import io.powermigrate.plan.RecreateFile;
import io.powermigrate.plan.RecreateItem;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes in the destination what a recipe says, in its words, and opens the files that it names. */
final class RecipeFollower {

    private static final Pattern PARAMETERS = Pattern.compile("In the source it has (.*?); enter");
    private static final Pattern CONNECTORS = Pattern.compile("Pick connections of (.*?)\\. Turn");

    private final FakeEnvironment prod;
    private final Set<String> shownByOwners;
    /** What stands for the gateways of the source, by their names there. */
    private final Map<String, FakeGateway> gateways = new HashMap<>();

    /** @param shownByOwners the ids of the flows of which an owner shows that they take a reason */
    RecipeFollower(FakeEnvironment prod, Set<String> shownByOwners) {
        this.prod = prod;
        this.shownByOwners = shownByOwners;
    }

    /** The id of what was made; empty where the recipe asks for nothing of its own. */
    Optional<String> make(RecreateItem item) {
        String recipe = item.remedy();
        return switch (item.key().type()) {
            case "gateway" -> Optional.of(gateway(item).id());
            case "custom-connector" ->
                Optional.of(prod.customConnector(quoted(recipe, "call it")).name());
            case "connection" -> Optional.of(connection(recipe).name());
            case "cloud-flow" -> Optional.of(flow(item).id());
            case "canvas-app" -> firstApp(recipe);
            default -> throw new IllegalStateException("nobody can make " + item);
        };
    }

    /** Where only a line says that a gateway works, its name is free. */
    private FakeGateway gateway(RecreateItem item) {
        boolean named = item.remedy().contains("register it as");
        FakeGateway made = prod.gateway(
                named ? quoted(item.remedy(), "register it as") : "Gateway " + (gateways.size() + 1) + " of Fabrikam");
        gateways.put(item.displayName(), made);
        return made;
    }

    private FakeConnection connection(String recipe) {
        FakeConnection made = prod.connection(connector(quoted(recipe, "Choose the connector")), "grace@fabrikam.com");
        Matcher parameters = PARAMETERS.matcher(recipe);
        if (parameters.find()) {
            for (String parameter : parameters.group(1).split(", ")) {
                made.parameter(parameter.split(" ")[0], parameter.split(" ")[1]);
            }
        }
        return recipe.contains("Choose the gateway")
                ? made.through(gateway(quoted(recipe, "Choose the gateway that stands for")))
                : made;
    }

    private FakeGateway gateway(String ofSource) {
        return Optional.ofNullable(gateways.get(ofSource))
                .or(() -> prod.tenant().gateways().stream()
                        .filter(each -> each.name().equals(ofSource))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("nobody finds the gateway \"" + ofSource + "\""));
    }

    private FakeFlow flow(RecreateItem item) {
        FakeFlow flow = prod.flow(quoted(item.remedy(), "Make a flow called"));
        if (takesReason(item)) {
            RandomSource.takingReason(flow);
        }
        Matcher connectors = CONNECTORS.matcher(item.remedy());
        if (connectors.find()) {
            for (String called : connectors.group(1).split(", ")) {
                String name = connector(called.replace("\"", ""));
                prod.connections().stream()
                        .filter(each -> each.connectorName().equals(name))
                        .findFirst()
                        .ifPresent(flow::calling);
            }
        }
        return flow;
    }

    private boolean takesReason(RecreateItem item) {
        if (item.remedy().contains("as its owner shows you")) {
            return shownByOwners.contains(
                    item.lines().get(item.lines().size() - 1).from());
        }
        String name = quoted(item.remedy(), "after the file");
        RecreateFile file = item.files().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody finds the file \"" + name + "\" of " + item));
        try {
            return Files.readString(file.path()).contains("\"Reason\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> firstApp(String recipe) {
        if (recipe.contains("Import the first app") && prod.apps().isEmpty()) {
            prod.app("Imported by hand");
        }
        return Optional.empty();
    }

    /** As the pages of the portal offer them: custom connectors by their title. */
    private String connector(String called) {
        return prod.customConnectors().stream()
                .filter(each -> each.displayName().equals(called))
                .map(FakeConnector::name)
                .findFirst()
                .or(() -> Optional.of(called).filter(name -> name.startsWith("shared_")))
                .orElseThrow(() -> new IllegalStateException("nobody finds the connector \"" + called + "\""));
    }

    private static String quoted(String recipe, String before) {
        Matcher name = Pattern.compile(Pattern.quote(before) + " \"(.*?)\"").matcher(recipe);
        if (!name.find()) {
            throw new IllegalStateException("the recipe does not say what \"" + before + "\" means: " + recipe);
        }
        return name.group(1);
    }
}
