package io.powermigrate.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.powermigrate.error.MigrationException;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as JSON: plain values only, with limits against hostile input. */
public final class Yaml {

    /** A list or object may be repeated by its name so often; more could be made to fill all memory. */
    private static final int MAX_REPEATS = 10;

    private Yaml() {}

    /**
     * Parses a whole document.
     *
     * @throws MigrationException when it is no YAML or passes a limit; names the place, never the content
     */
    public static JsonNode parse(String yaml) {
        LoaderOptions options = options(yaml.length());
        DumperOptions unused = new DumperOptions();
        Object value;
        try {
            value = new org.yaml.snakeyaml.Yaml(
                            new SafeConstructor(options), new Representer(unused), unused, options, new JsonValues())
                    .load(yaml);
        } catch (YAMLException e) {
            throw new MigrationException(
                    "YAML could not be read because of " + what(e), "Check where the text comes from", e);
        }
        return Json.tree(value);
    }

    private static LoaderOptions options(int length) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MAX_REPEATS);
        options.setNestingDepthLimit(Json.MAX_DEPTH);
        options.setCodePointLimit(Math.max(1, length));
        return options;
    }

    private static String what(YAMLException e) {
        return e instanceof org.yaml.snakeyaml.error.MarkedYAMLException marked && marked.getProblemMark() != null
                ? "line " + (marked.getProblemMark().getLine() + 1) + ", column "
                        + (marked.getProblemMark().getColumn() + 1)
                : e.getClass().getSimpleName();
    }

    /** What JSON would take for a number or truth value; a date stays a text, and so does {@code yes}. */
    private static final class JsonValues extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9][0-9]*)"), "-0123456789");
            addImplicitResolver(Tag.FLOAT, Pattern.compile("-?(?:0|[1-9][0-9]*)\\.[0-9]+"), "-0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("null|~?"), "n~\0");
            addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
            addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
        }
    }
}
