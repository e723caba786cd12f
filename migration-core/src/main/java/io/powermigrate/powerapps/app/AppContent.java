package io.powermigrate.powerapps.app;

import io.powermigrate.internal.secret.Secrets;
import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.powerapps.shape.Cleansing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is kept of an app's definition: no signature, nothing that changes by itself, and nothing of the caller. */
final class AppContent {

    private AppContent() {}

    /** The item of a listed app; apps of a solution are called by their logical name. */
    static Item item(AppJson app) {
        Document content = of(app);
        String name = content.text("logicalName").orElseGet(app::displayName);
        return Item.of(new ResourceKey(CanvasApp.TYPE.name(), name), app.name(), app.displayName())
                .withContent(content);
    }

    static Document of(AppJson app) {
        Document properties = app.properties();
        Map<String, Object> content = new LinkedHashMap<>();
        app.json().text("appType").ifPresent(type -> content.put("appType", type));
        app.json()
                .text("logicalName")
                .or(() -> properties.text("logicalName"))
                .filter(name -> !name.isBlank())
                .ifPresent(name -> content.put("logicalName", name));
        properties.text("owner", "id").ifPresent(id -> content.put("ownerId", id));
        for (String text : List.of("almMode", "description", "backgroundColor")) {
            properties.text(text).ifPresent(value -> content.put(text, value));
        }
        for (String part :
                List.of("createdByClientVersion", "minClientVersion", "connectionReferences", "databaseReferences")) {
            if (properties.at(part).isObject()) {
                content.put(part, clean(properties.at(part)));
            }
        }
        content.put("tags", app.tags());
        if (isListForm(properties.at("embeddedApp"))) {
            content.put(CanvasApp.LIST_FORM, true);
        }
        content.put("usesPremiumApi", properties.flag("usesPremiumApi"));
        content.put(
                "sharedWithOthers",
                properties.number(0, "sharedUsersCount") + properties.number(0, "sharedGroupsCount") > 0);
        content.put("unpublishedDraft", app.draft().isPresent());
        return Document.of(content);
    }

    /** Another host than SharePoint would say so by its type (a guess: only forms of lists are known to have one). */
    private static boolean isListForm(Document embedded) {
        return !embedded.members().isEmpty()
                && embedded.text("type")
                        .map(type -> type.toLowerCase(Locale.ROOT).contains("sharepoint"))
                        .orElse(true);
    }

    /** The same without secrets; the callback address of a flow is one (wire/msapp.md, section 3). */
    static Document clean(Document value) {
        if (value.isObject()) {
            Map<String, Object> kept = new LinkedHashMap<>();
            value.members().forEach((name, member) -> {
                if (!isSecret(name, member)) {
                    kept.put(name, clean(member));
                }
            });
            return Document.of(kept);
        }
        List<Document> items = value.items();
        return items.isEmpty()
                ? value
                : Document.of(items.stream().map(AppContent::clean).toList());
    }

    private static boolean isSecret(String name, Document member) {
        return Cleansing.isSecretMember(name, member)
                || member.text().filter(Secrets::isIn).isPresent();
    }
}
