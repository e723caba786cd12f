package io.powermigrate.canvas.facts;

import com.fasterxml.jackson.core.JsonToken;
import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.reading.Taken;
import io.powermigrate.internal.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one result of the sarif; its first location counts. Other results than compile errors are hints of the app checker. */
final class SarifResult {

    private String rule = "";
    private @Nullable List<String> arguments;
    private boolean located;
    private @Nullable String where;
    private @Nullable Integer offset;
    private @Nullable Integer length;
    private @Nullable String snippet;

    /** All compile errors of the runs, in order. */
    static List<StudioError> readErrors(JsonCursor json) {
        List<StudioError> errors = new ArrayList<>();
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("runs")) {
                json.enterArray();
                while (json.nextElement()) {
                    run(json, errors);
                }
            }
        }
        return errors;
    }

    /** Most results are hints, which are not kept. */
    private static void result(JsonCursor json, List<StudioError> errors) {
        Taken.Mark before = json.taken().mark();
        Optional<StudioError> error = new SarifResult().read(json);
        error.ifPresentOrElse(errors::add, () -> json.taken().back(before));
    }

    private static void run(JsonCursor json, List<StudioError> errors) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("results")) {
                json.enterArray();
                while (json.nextElement()) {
                    result(json, errors);
                }
            }
        }
    }

    Optional<StudioError> read(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "ruleId" -> rule = json.textOrEmpty();
                case "message" -> message(json);
                case "locations" -> locations(json);
                default -> {}
            }
        }
        return isError()
                ? Optional.of(new StudioError(rule, where, offset, length, words(), arguments))
                : Optional.empty();
    }

    private boolean isError() {
        return rule.startsWith("app-Err");
    }

    private void message(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("arguments")) {
                arguments = json.texts();
            }
        }
    }

    private void locations(JsonCursor json) {
        json.enterArray();
        while (json.nextElement()) {
            if (!located) {
                located = true;
                location(json);
            }
        }
    }

    private void location(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("physicalLocation")) {
                json.enterObject();
                while (json.nextMember()) {
                    switch (json.name()) {
                        case "address" -> address(json);
                        case "region" -> region(json);
                        default -> {}
                    }
                }
            }
        }
    }

    private void address(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("fullyQualifiedName")) {
                where = json.text();
            }
        }
    }

    private void region(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "charOffset" -> offset = json.number();
                case "charLength" -> length = json.number();
                case "snippet" -> snippet(json);
                default -> {}
            }
        }
    }

    private void snippet(JsonCursor json) {
        json.enterObject();
        while (json.nextMember()) {
            if (json.name().equals("text") && (rule.isEmpty() || isError())) {
                snippet = json.token() == JsonToken.VALUE_STRING ? json.formula() : json.text();
            }
        }
    }

    /** The snippet is the whole formula, with secrets; the words are cut out of it, so far as it goes. */
    private @Nullable String words() {
        Integer from = offset;
        Integer count = length;
        if (snippet == null || from == null || count == null) {
            return null;
        }
        String formula = Secrets.masked(snippet);
        int start = Math.max(0, Math.min(from, formula.length()));
        int end = (int) Math.max(start, Math.min((long) from + count, formula.length()));
        return formula.substring(start, end);
    }
}
