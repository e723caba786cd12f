package io.powermigrate.cds.rows;

import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Key;
import io.powermigrate.cds.webapi.Query;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The users and teams that have a role or are in a profile; internal. Who may not see users is not told them: that is unknown, and not
 * nobody.
 *
 * @param set of the rows that have members
 * @param id its primary column
 * @param users the navigation to users
 * @param teams the navigation to teams
 */
public record Members(String set, String id, String users, String teams) {

    /** Who has a role. */
    public static final Members OF_ROLES =
            new Members("roles", "roleid", "systemuserroles_association", "teamroles_association");

    /** Who is in a column security profile. */
    public static final Members OF_PROFILES = new Members(
            "fieldsecurityprofiles",
            "fieldsecurityprofileid",
            "systemuserprofiles_association",
            "teamprofiles_association");

    /** Asks for those of one row. */
    public Query of(String rowId) {
        return Query.of(set)
                .key(Key.id(rowId))
                .select(id)
                .expand(users + "($select=fullname)", teams + "($select=name)");
    }

    /** Their names, sorted; empty where the answer does not tell them. */
    public Optional<List<String>> in(Answer answer) {
        Document row = answer.json();
        boolean told = answer.error() == null
                && row.at(users).isArray()
                && row.at(teams).isArray();
        return told ? Optional.of(names(row)) : Optional.empty();
    }

    private List<String> names(Document row) {
        return Stream.of(users, teams)
                .flatMap(who -> row.at(who).items().stream())
                .flatMap(who -> who.text("fullname").or(() -> who.text("name")).stream())
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
