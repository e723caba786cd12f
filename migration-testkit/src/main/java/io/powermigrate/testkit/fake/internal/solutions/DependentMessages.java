package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.Request;

/** Answers who needs a component (wire/dataverse.md, section 2.9). */
final class DependentMessages {
    private DependentMessages() {}

    static Answer forDelete(Request request, ObjectNode parameters) {
        int type = parameters.path("ComponentType").asInt();
        String id = parameters.path("ObjectId").asText();
        ObjectNode body = Json.object().put("@odata.context", request.context("dependencies"));
        ArrayNode rows = body.putArray("value");
        new Dependents(request.organisation())
                .of(type, id)
                .forEach(each -> rows.addObject()
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
