package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.SolutionMembership;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows and dependencies that the service makes of what solutions hold when somebody asks (wire/dataverse.md, section 2.1). */
final class VirtualRows {
    private static final String GUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern SOLUTION = Pattern.compile("msdyn_solutionid eq (" + GUID + ")");
    private static final Pattern COMPONENT = Pattern.compile("msdyn_componentid eq '(" + GUID + ")'");
    private static final Pattern KIND = Pattern.compile("msdyn_solutioncomponentname eq '([^']+)'");

    private VirtualRows() {}

    /** What a solution holds, with names. */
    static List<ObjectNode> summaries(Request request) {
        String solution = required(request, SOLUTION);
        SolutionState state = SolutionMessages.state(request);
        Map<String, String> names = names(state);
        return SolutionMembership.of(request.organisation()).of(solution).stream()
                .map(row -> {
                    String id = row.path("objectid").asText().toLowerCase(Locale.ROOT);
                    String name = names.getOrDefault(id, "");
                    return Rows.row()
                            .put(
                                    "msdyn_solutioncomponentsummaryid",
                                    request.organisation().idOf(solution + id))
                            .put("msdyn_solutionid", solution)
                            .put("msdyn_objectid", id)
                            .put(
                                    "msdyn_componenttype",
                                    row.path("componenttype").asInt())
                            .put("msdyn_name", name)
                            .put("msdyn_schemaname", name);
                })
                .toList();
    }

    private static Map<String, String> names(SolutionState state) {
        Map<String, String> names = new HashMap<>();
        ObjectIds ids = new ObjectIds(state.organisation());
        state.others("").forEach(each -> each.getValue()
                .manifest()
                .roots()
                .forEach(root -> names.put(ids.of(root).toLowerCase(Locale.ROOT), root.key())));
        state.parts().values().forEach(part -> names.put(ids.of(part).toLowerCase(Locale.ROOT), part.key()));
        return names;
    }

    /** The layers of one component, the lowest first. */
    static List<ObjectNode> layers(Request request) {
        String id = required(request, COMPONENT);
        String kind = required(request, KIND);
        SolutionState state = SolutionMessages.state(request);
        List<String> solutions = new Layers(state).of(kind, id);
        Organisation organisation = request.organisation();
        return solutions.stream()
                .map(solution -> Rows.row()
                        .put("msdyn_componentlayerid", organisation.idOf(solution + id))
                        .put("msdyn_name", kind)
                        .put("msdyn_componentid", id)
                        .put("msdyn_solutioncomponentname", kind)
                        .put("msdyn_solutionname", solution)
                        .put("msdyn_order", solutions.indexOf(solution)))
                .toList();
    }

    /** The service tells nothing of all solutions or components at once. */
    private static String required(Request request, Pattern filter) {
        Matcher found = filter.matcher(request.option("$filter").orElse(""));
        if (!found.find()) {
            throw Refusal.of(400, "0x80040203", "The filter of a virtual table must name what it is about.");
        }
        return found.group(1);
    }

    /** Who needs a component (wire/dataverse.md, section 2.9). */
    static Answer forDelete(Request request, ObjectNode parameters) {
        int type = parameters.path("ComponentType").asInt();
        String id = parameters.path("ObjectId").asText();
        ObjectNode body = Json.object().put("@odata.context", request.context("dependencies"));
        ArrayNode rows = body.putArray("value");
        new Dependents(request.organisation()).of(type, id).forEach(each -> rows.addObject()
                .put("dependencyid", request.organisation().idOf("dependency/" + id + "/" + each.id()))
                .put("dependencytype", 2)
                .put("requiredcomponenttype", type)
                .put("requiredcomponentobjectid", each.requiredId())
                .put("dependentcomponenttype", number(request, each.kind()))
                .put("dependentcomponentobjectid", each.id()));
        return Answer.ok(body);
    }

    private static int number(Request request, String kind) {
        return request.organisation().componentTypes().number(kind).orElse(0);
    }
}
