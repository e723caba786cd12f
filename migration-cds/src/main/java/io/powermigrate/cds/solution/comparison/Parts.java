package io.powermigrate.cds.solution.comparison;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Compares named values that one holder has: privileges of a role, permissions of a profile.
 *
 * @param holder whose they are
 * @param added kind of a new one
 * @param removed kind of one that went
 * @param changed kind of another value
 */
record Parts(String holder, ChangeKind added, ChangeKind removed, ChangeKind changed) {

    void compare(Map<String, String> before, Map<String, String> after, List<SchemaChange> changes) {
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String part : all) {
            String was = before.get(part);
            String is = after.get(part);
            if (!Objects.equals(was, is)) {
                changes.add(
                        new SchemaChange(was == null ? added : is == null ? removed : changed, holder, part, was, is));
            }
        }
    }
}
