package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.SolutionMembership;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.wire.Dialect;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;

/** The messages of the components of solutions and of their dependencies (wire/dataverse.md, sections 2.3, 2.9). */
final class ComponentMessages {

    private ComponentMessages() {}

    static List<Message> all() {
        return List.of(
                Message.action("AddSolutionComponent", FakeEffect.WRITE, ComponentMessages::add),
                Message.action("RemoveSolutionComponent", FakeEffect.WRITE, ComponentMessages::remove),
                Message.function("RetrieveDependenciesForDelete", ComponentMessages::none),
                Message.function("RetrieveDependentComponents", ComponentMessages::none),
                Message.function("RetrieveDependenciesForUninstall", ComponentMessages::noneOfSolution));
    }

    private static Answer add(Request request, ObjectNode parameters) {
        Rights.check(request, "prvWriteSolution");
        ObjectNode solution = unmanaged(request, parameters);
        int type = parameters.path("ComponentType").asInt();
        String id = parameters.path("ComponentId").asText();
        boolean shell = parameters.path("IncludedComponentSettingsValues").isArray();
        int behavior = parameters.path("DoNotIncludeSubcomponents").asBoolean() ? shell ? 2 : 1 : 0;
        SolutionMembership membership = SolutionMembership.of(request.organisation());
        if (membership.find(solution.path("solutionid").asText(), type, id).isPresent()
                && request.dialects().is(Dialect.COMPONENT_TWICE, "refused")) {
            throw Refusal.of(400, "0x80048542", "The component " + id + " is in the solution already.");
        }
        String row = membership.add(solution.path("solutionid").asText(), type, id, behavior);
        return BuiltInMessages.response(request, "AddSolutionComponentResponse").with("id", row);
    }

    /** The member is called solutioncomponentid, and holds the id of the component. */
    private static Answer remove(Request request, ObjectNode parameters) {
        Rights.check(request, "prvWriteSolution");
        ObjectNode solution = unmanaged(request, parameters);
        String id =
                parameters.path("SolutionComponent").path("solutioncomponentid").asText();
        int type = parameters.path("ComponentType").asInt();
        boolean removed = SolutionMembership.of(request.organisation())
                .remove(solution.path("solutionid").asText(), type, id);
        if (!removed) {
            throw Refused.noRow("solutioncomponent", id);
        }
        return BuiltInMessages.response(request, "RemoveSolutionComponentResponse")
                .with("id", id);
    }

    private static ObjectNode unmanaged(Request request, ObjectNode parameters) {
        String name = parameters.path("SolutionUniqueName").asText();
        ObjectNode solution = SolutionMembership.of(request.organisation())
                .solution(name)
                .orElseThrow(() -> Refusal.of(404, "0x80040217", "The solution '" + name + "' does not exist."));
        if (solution.path("ismanaged").asBoolean()) {
            throw Refusal.of(400, "0x8004f011", "A managed solution cannot be changed: " + name + ".");
        }
        return solution;
    }

    /** What depends on a single component is not kept; what it requires is. */
    private static Answer none(Request request, ObjectNode parameters) {
        ObjectNode body = Json.object().put("@odata.context", request.context("dependencies"));
        body.putArray("value");
        return Answer.ok(body);
    }

    private static Answer noneOfSolution(Request request, ObjectNode parameters) {
        String name = parameters.path("SolutionUniqueName").asText();
        if (SolutionMembership.of(request.organisation()).solution(name).isEmpty()) {
            throw Refusal.of(404, "0x80040217", "The solution '" + name + "' does not exist.");
        }
        return none(request, parameters);
    }
}
