package io.powermigrate.powerapps.gateway;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gateways out of the service's answers (wire/power-platform.md, section 7). */
final class GatewayItems {

    private GatewayItems() {}

    /** Key material, witness and contacts of the answer are left out: nobody needs them here. */
    static Gateway listed(Document answer) {
        String id = answer.text("id").orElse("");
        String name = answer.text("name").orElse(id);
        Map<String, Object> content = new LinkedHashMap<>();
        answer.text("type").ifPresent(type -> content.put("type", type));
        annotation(answer).text("gatewayVersion").ifPresent(version -> content.put("version", version));
        answer.text("region").or(() -> answer.text("location")).ifPresent(region -> content.put("region", region));
        answer.text("gatewayStatus").or(() -> answer.text("status")).ifPresent(status -> content.put("status", status));
        return Gateway.TYPE.of(Item.of(Gateway.TYPE.key(name), id, name).withContent(Document.of(content)));
    }

    /** A JSON text inside of JSON; absent or damaged in some answers, and then nothing is lost but the version. */
    private static Document annotation(Document answer) {
        try {
            return answer.text("gatewayAnnotation").map(Document::parse).orElse(Document.missing());
        } catch (MigrationException e) {
            return Document.missing();
        }
    }
}
