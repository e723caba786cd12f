package io.powermigrate.cds.webapi;

import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.solution.reading.DependenciesInText;
import io.powermigrate.internal.secret.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the message of an error apart (wire/dataverse-facts.md, A6 and C): who it is about stands in prefixes, what is missing in
 * XML, what blocks a removal in a long list. For one message.
 */
final class ErrorWords {

    /** Longer ones are cut: the service cuts them sooner. */
    private static final int LONGEST = 4 << 20;

    private static final Pattern WRAPPER =
            Pattern.compile("(?i)\\A\\s{0,9}(?:ImportAsHolding failed with exception\\s?:"
                    + "|Solution Upgrade action failed after import as holding\\. InnerException is:"
                    + "|Import Solution Failed:|Solution manifest import:\\s?FAILURE:)\\s{0,9}");
    private static final Pattern SECTION =
            Pattern.compile("\\A\\s{0,9}([A-Za-z][A-Za-z ]{0,60}?) import:\\s?FAILURE:\\s{0,9}");
    private static final Pattern NAMED =
            Pattern.compile("\\A\\s{0,9}([A-Za-z]{1,60}) with name (.{1,300}?) failed to import with error:\\s{0,9}");
    private static final Pattern WORKFLOW = Pattern.compile(
            "\\A\\s{0,9}Error while importing workflow (\\{?[0-9a-fA-F-]{36}\\}?) type (\\w{1,60}) name (.{1,300}): ");
    private static final Pattern PRIVILEGE = Pattern.compile("\\b(prv[A-Z][A-Za-z0-9_]{1,120})\\b");

    /** Where a secret is kept is no secret, but is not for everybody (wire/dataverse-situations.md, S55). */
    private static final Pattern VAULT = Pattern.compile("(?i)/subscriptions/[^\\s'\"]{1,600}+");

    private static final int MOST_PREFIXES = 10;

    private String rest;
    private @Nullable String kind;
    private @Nullable String component;
    private List<MissingDependency> missing = new ArrayList<>();
    private List<Blocker> blockers = List.of();

    private ErrorWords(String message) {
        this.rest = message;
    }

    static DataverseError read(String code, String message) {
        ErrorWords words = new ErrorWords(message.length() > LONGEST ? message.substring(0, LONGEST) : message);
        for (int i = 0; i < MOST_PREFIXES && words.stripPrefix(); i++) {
            // each takes one off
        }
        words.takeMissing();
        words.takeBlockers();
        return words.error(code);
    }

    private boolean stripPrefix() {
        Matcher wrapper = WRAPPER.matcher(rest);
        Matcher section = SECTION.matcher(rest);
        Matcher named = NAMED.matcher(rest);
        if (wrapper.lookingAt()) {
            rest = rest.substring(wrapper.end());
        } else if (section.lookingAt()) {
            kind = section.group(1);
            rest = rest.substring(section.end());
        } else if (named.lookingAt()) {
            kind = named.group(1);
            component = named.group(2);
            rest = rest.substring(named.end());
        } else {
            return stripWorkflow();
        }
        return true;
    }

    private boolean stripWorkflow() {
        Matcher workflow = WORKFLOW.matcher(rest);
        if (!workflow.lookingAt()) {
            return false;
        }
        kind = workflow.group(2);
        component = "\"" + workflow.group(3) + "\" " + workflow.group(1);
        rest = rest.substring(workflow.end());
        return true;
    }

    private void takeMissing() {
        DependenciesInText.in(rest).ifPresent(found -> {
            missing = found.missing();
            String after = found.after().replaceFirst("^\\s{0,9},\\s{0,9}ProductUpdatesOnly\\s?:\\s?\\w{1,9}", "");
            rest = found.before().strip() + (found.whole() ? "" : " (the list was cut by the service)") + after;
        });
    }

    private void takeBlockers() {
        int from = rest.indexOf(PromoteText.BEGIN);
        if (from >= 0) {
            PromoteText promote = PromoteText.read(rest.substring(from));
            blockers = promote.blockers();
            rest = rest.substring(0, from) + promote.words();
        }
    }

    private DataverseError error(String code) {
        Matcher privilege = PRIVILEGE.matcher(rest);
        String shown = Redaction.of(VAULT.matcher(rest).replaceAll("(a vault)").strip());
        return new DataverseError(
                code, shown, kind, component, missing, blockers, privilege.find() ? privilege.group(1) : null);
    }
}
