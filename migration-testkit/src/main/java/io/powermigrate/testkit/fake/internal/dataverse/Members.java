package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The users of an organisation with their roles; a user is a row of {@code systemusers}. Thread-safe. */
public final class Members {
    private static final String ROLES = "systemuserroles_association";

    private final Organisation organisation;

    Members(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Somebody who can sign in. */
    public record Person(String objectId, String signInName, String displayName, boolean administrator) {}

    public Optional<ObjectNode> ofObjectId(String objectId) {
        return organisation.rows("systemusers").first("azureactivedirectoryobjectid", objectId);
    }

    /** The row of a person, made when first seen with the role System Administrator or System Customizer; gives back its id. */
    public String admit(Person person) {
        return organisation.exclusively(() -> ofObjectId(person.objectId())
                .map(each -> each.path("systemuserid").asText())
                .orElseGet(() -> join(person)));
    }

    private String join(Person person) {
        String id = organisation
                .rows("systemusers")
                .add(row(person)
                        .put("applicationid", (String) null)
                        .put("accessmode", 0)
                        .put("islicensed", true));
        String template = person.administrator() ? KnownIds.ADMINISTRATOR_TEMPLATE : KnownIds.CUSTOMIZER_TEMPLATE;
        organisation
                .security()
                .roleOfTemplate(template)
                .ifPresent(role -> assign(id, role.path("roleid").asText()));
        return id;
    }

    /** The user of an application, with the role System Administrator; gives back its id. */
    public String admitApplication(Person person, String clientId) {
        return organisation.exclusively(() -> {
            Optional<ObjectNode> known = ofObjectId(person.objectId());
            if (known.isPresent()) {
                return known.get().path("systemuserid").asText();
            }
            String id = organisation
                    .rows("systemusers")
                    .add(row(person)
                            .put("applicationid", clientId)
                            .put("accessmode", 4)
                            .put("islicensed", false));
            organisation
                    .security()
                    .roleOfTemplate(KnownIds.ADMINISTRATOR_TEMPLATE)
                    .ifPresent(role -> assign(id, role.path("roleid").asText()));
            return id;
        });
    }

    private ObjectNode row(Person person) {
        return Rows.row()
                .put("systemuserid", organisation.idOf("user/" + person.objectId()))
                .put("fullname", person.displayName())
                .put("domainname", person.signInName())
                .put("internalemailaddress", person.signInName())
                .put("azureactivedirectoryobjectid", person.objectId())
                .put("isdisabled", false)
                .put("_businessunitid_value", organisation.security().rootBusinessUnit());
    }

    public void assign(String userId, String roleId) {
        organisation.links().add(ROLES, userId, roleId);
    }

    public void take(String userId, String roleId) {
        organisation.links().remove(ROLES, userId, roleId);
    }

    /** The ids of a user's own roles and of those of the teams that the user is in. */
    public List<String> rolesOf(String userId) {
        return Stream.concat(
                        organisation.links().ofFirst(ROLES, userId).stream(),
                        organisation.links().ofSecond("teammembership_association", userId).stream()
                                .flatMap(team -> organisation.links().ofFirst("teamroles_association", team).stream()))
                .distinct()
                .toList();
    }
}
