package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.solution.input.LimitValues;
import io.powermigrate.cds.solution.input.Refusals;
import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.input.XmlLimits;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Shown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Missing dependencies that the service tells in the middle of a message, as XML, also as escaped XML (wire/dataverse-facts.md,
 * A6).
 *
 * @param before the words before the XML
 * @param missing the dependencies, as far as the XML goes
 * @param whole whether the XML goes to its end; a long message is cut
 * @param after the words after it
 */
public record DependenciesInText(String before, List<MissingDependency> missing, boolean whole, String after) {

    private static final String NAME = "MissingDependencies";

    public DependenciesInText {
        missing = List.copyOf(missing);
    }

    /** What a message tells; empty where it holds no such XML. */
    public static Optional<DependenciesInText> in(String message) {
        int from = message.indexOf("<" + NAME);
        if (from < 0) {
            int escaped = message.indexOf("&lt;" + NAME);
            return escaped < 0
                    ? Optional.empty()
                    : in(message.substring(0, escaped) + unescaped(message.substring(escaped)));
        }
        String end = "</" + NAME + ">";
        int to = message.indexOf(end, from);
        int last = to < 0 ? message.length() : to + end.length();
        List<MissingDependency> missing = new ArrayList<>();
        boolean whole = read(message.substring(from, last).replace("\\\"", "\""), missing);
        return Optional.of(new DependenciesInText(message.substring(0, from), missing, whole, message.substring(last)));
    }

    /** Reads as far as it is good XML. */
    private static boolean read(String xml, List<MissingDependency> missing) {
        XmlLimits limits =
                new XmlLimits(NAME, new Taken(new Refusals("an answer of the service", LimitValues.STANDARD)));
        try {
            XmlCursor.read(
                    new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                    limits,
                    (cursor, name) -> cursor.children(child -> missing.add(MissingDependencyReader.read(cursor))));
            return true;
        } catch (MigrationException cut) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
