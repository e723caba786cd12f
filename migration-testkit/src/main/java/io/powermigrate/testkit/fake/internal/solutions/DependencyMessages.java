package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.KnownIds;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.Request;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What components require (wire/dataverse.md, section 2.9, dataverse-facts.md, D1), as rows of {@code dependencies}. */
final class DependencyMessages {
    private final Request request;
    private final SolutionState state;
    private final Organisation organisation;

    private DependencyMessages(Request request) {
        this.request = request;
        this.state = SolutionMessages.state(request);
        this.organisation = request.organisation();
    }

    /** What a solution needs and does not hold; what the service itself has is always there. */
    static Answer missing(Request request, ObjectNode parameters) {
        String name = parameters.path("SolutionUniqueName").asText();
        DependencyMessages messages = new DependencyMessages(request);
        ObjectNode solution = messages.state
                .row(name)
                .orElseThrow(() -> Refusal.of(404, "0x80040217", "The solution '" + name + "' does not exist."));
        List<ObjectNode> held = messages.organisation
                .rows("solutioncomponents")
                .where("_solutionid_value", solution.path("solutionid").asText());
        Set<Needs.Component> components = new LinkedHashSet<>();
        held.forEach(each -> components.add(Needs.Component.of(each)));
        Needs needs = new Needs(messages.state, held);
        return messages.rows(components.stream()
                .flatMap(each -> needs.of(each).stream().map(required -> new Needs.Need(each, required)))
                .filter(need -> !needs.isHeld(need.required()))
                .toList());
    }

    static Answer required(Request request, ObjectNode parameters) {
        DependencyMessages messages = new DependencyMessages(request);
        Needs.Component component = new Needs.Component(
                parameters.path("ComponentType").asInt(),
                parameters.path("ObjectId").asText());
        return messages.rows(new Needs(messages.state, List.of())
                .of(component).stream()
                        .map(required -> new Needs.Need(component, required))
                        .toList());
    }

    private Answer rows(List<Needs.Need> needs) {
        ObjectNode body = Json.object().put("@odata.context", request.context("dependencies"));
        body.set("value", Json.list(needs.stream().map(this::row).toList()));
        return Answer.ok(body);
    }

    private ObjectNode row(Needs.Need need) {
        ObjectNode row = Json.object()
                .put("dependencyid", organisation.nextId("dependency"))
                .put("dependencytype", 2)
                .put("dependentcomponenttype", need.dependent().type())
                .put("dependentcomponentobjectid", need.dependent().id())
                .put("requiredcomponenttype", need.required().type())
                .put("requiredcomponentobjectid", need.required().id());
        return request.dialects().is(Dialect.DEPENDENCY_BASE, "present")
                ? row.put("requiredcomponentbasesolutionid", base(need.required()))
                : row;
    }

    /** The managed solution that brought it, or the unmanaged layer. */
    private String base(Needs.Component component) {
        Rows solutions = organisation.rows("solutions");
        return organisation.rows("solutioncomponents").where("objectid", component.id()).stream()
                .map(each -> solutions.find(each.path("_solutionid_value").asText()))
                .flatMap(Optional::stream)
                .filter(each -> each.path("ismanaged").asBoolean())
                .map(each -> each.path("solutionid").asText())
                .findFirst()
                .orElse(KnownIds.ACTIVE_SOLUTION);
    }
}
