package io.powermigrate.cds.transfer;

import io.powermigrate.cds.webapi.Blocker;
import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why an import failed, in words: what the service says, what is missing, what is in the way, and which components failed.
 *
 * @param error the best of what the service says
 * @param components those that failed, as far as they are told
 * @param size of the package in bytes
 */
record ImportFailure(DataverseError error, List<ComponentResult> components, long size) {

    private static final int NAMED = 20;

    ImportFailure {
        components = List.copyOf(components);
    }

    String words() {
        List<String> parts = new ArrayList<>();
        parts.add(error.toLine()
                + error.reason().map(why -> ", which means that " + why).orElse(""));
        MissingParts.issues(error.missing()).forEach(issue -> parts.add(issue.reason()));
        blockers(parts);
        components.stream()
                .filter(ComponentResult::failed)
                .limit(NAMED)
                .forEach(each -> parts.add(
                        each.kind() + " " + each.name() + ": " + each.error().toLine()));
        long failed = components.stream().filter(ComponentResult::failed).count();
        if (failed > NAMED) {
            parts.add("and " + Counted.of(failed - NAMED, "other component"));
        }
        if (error.words().contains("too large to upload")) { // wire/dataverse-situations.md, S74
            parts.add("the package has " + Counted.of(size, "byte")
                    + ", and the service is known to say this of small ones too");
        }
        return String.join("; ", parts).replaceFirst("\\.$", "");
    }

    String remedy() {
        if (!error.blockers().isEmpty()) {
            return "Remove what needs the components that the new version drops, or import it as an update, which drops"
                    + " nothing";
        }
        List<StagingIssue> missing = MissingParts.issues(error.missing());
        return missing.isEmpty()
                ? error.remedy().orElse("Look at the solution history, correct what it names, then plan again")
                : missing.get(0).remedy();
    }

    /** Grouped by what is needed (wire/dataverse-situations.md, S11). */
    private void blockers(List<String> parts) {
        error.blockers().stream()
                .collect(Collectors.groupingBy(Blocker::required, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .limit(NAMED)
                .forEach(group -> parts.add(end(group.getKey()) + " is needed by "
                        + group.getValue().stream()
                                .limit(NAMED)
                                .map(each -> end(each.dependent()))
                                .collect(Collectors.joining(", "))
                        + (group.getValue().size() > NAMED ? " and others" : "")));
    }

    private static String end(Blocker.End end) {
        String parent = end.parent() == null ? "" : " of " + end.parent();
        return end.type() + " \"" + end.name() + "\"" + parent + " (" + end.id() + ")";
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
