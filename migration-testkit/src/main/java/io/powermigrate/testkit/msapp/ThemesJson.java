package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Themes, templates and publish info (wire/msapp.md, section 2.5). */
final class ThemesJson {
    private static final String BASE = "http://schemas.microsoft.com/appMagic";

    private static final Map<String, String> PALETTE = new TreeMap<>(Map.of(
            "ScreenBkgColor", "RGBA(255, 255, 255, 1)",
            "PrimaryColor1", "RGBA(0, 90, 120, 1)",
            "PrimaryColor2", "RGBA(0, 40, 70, 1)",
            "PrimaryColor3", "RGBA(180, 210, 220, 1)",
            "TextMainColor", "RGBA(20, 20, 20, 1)",
            "InputBkgColor", "RGBA(255, 255, 255, 1)"));

    private ThemesJson() {}

    static ObjectNode publishInfo(String name) {
        return Json.object()
                .put("AppName", name)
                .put("BackgroundColor", "RGBA(0,176,240,1)")
                .put("PublishTarget", "player")
                .put("LogoFileName", "")
                .put("IconColor", "RGBA(255,255,255,1)")
                .put("IconName", "Edit")
                .put("PublishResourcesLocally", false)
                .put("PublishDataLocally", false)
                .put("UserLocale", "en-US");
    }

    static ObjectNode themes() {
        ObjectNode theme = Json.object().put("name", "defaultTheme");
        ArrayNode palette = theme.putArray("palette");
        PALETTE.forEach((name, value) ->
                palette.addObject().put("name", name).put("value", value).put("type", "c"));
        palette.addObject()
                .put("name", "TextBodyFontSize")
                .put("value", "13")
                .put("phoneValue", "21")
                .put("type", "n");
        ArrayNode styles = theme.putArray("styles");
        styles.add(style("defaultScreenStyle", "screen", "Fill", "%Palette.ScreenBkgColor%"));
        styles.add(style("defaultLabelStyle", "label", "Color", "%Palette.TextMainColor%"));
        styles.add(style("defaultButtonStyle", "button", "Fill", "%Palette.PrimaryColor1%"));
        styles.add(style("defaultGalleryStyle", "gallery", "BorderColor", "%Palette.PrimaryColor2%"));
        ObjectNode node = Json.object().put("CurrentTheme", "defaultTheme");
        node.putArray("CustomThemes").add(theme);
        return node;
    }

    static ObjectNode modernThemes() {
        ObjectNode node = Json.object();
        node.putArray("Themes").addObject().put("EntityName", "PowerAppsTheme").put("ThemeName", "PowerAppsTheme");
        return node;
    }

    static ObjectNode templates(Blueprint blueprint) {
        Map<String, ControlTemplate> used = new TreeMap<>();
        List<ControlPart> components = blueprint.controls().components();
        Stream.concat(blueprint.screens().stream(), components.stream())
                .forEach(top -> top.children().forEach(child -> collect(child, used)));
        ArrayNode all = Json.array();
        used.values().forEach(kind -> all.add(template(kind, kind.version(blueprint.generation()))));
        ObjectNode node = Json.object("UsedTemplates", all);
        if (!components.isEmpty()) {
            node.set(
                    "ComponentTemplates",
                    Json.array(components.stream().map(ThemesJson::component).toList()));
        }
        return node;
    }

    private static ObjectNode component(ControlPart component) {
        ObjectNode node = Json.object()
                .put("Name", component.template().name())
                .put("Version", component.template().wire().version20())
                .put("IsComponentLocked", false)
                .put("ComponentType", "CanvasComponent")
                .put("ComponentChangedSinceFileImport", true)
                .put("ComponentAllowCustomization", true);
        node.putArray("CustomProperties");
        return node;
    }

    static ObjectNode components(List<ControlPart> components) {
        ArrayNode all = Json.array();
        components.forEach(component -> all.addObject()
                .put("Name", component.name())
                .put("TemplateName", component.template().name())
                .put("Description", "")
                .put("AllowCustomization", true)
                .put("AllowAccessToGlobals", true));
        return Json.object("Components", all);
    }

    /** {@code ResourceKind Uri}: Studio keeps the address, not the picture. */
    static ObjectNode resources(List<Blueprint.Media> media) {
        ArrayNode all = Json.array();
        media.forEach(each -> all.addObject()
                .put("Name", each.name())
                .put("Schema", "i")
                .put("IsSampleData", false)
                .put("IsWritable", false)
                .put("Type", "ResourceInfo")
                .put("FileName", each.address())
                .put("Path", each.address())
                .put("Content", "Image")
                .put("ResourceKind", "Uri")
                .put("RootPath", each.address()));
        return Json.object("Resources", all);
    }

    static ObjectNode pages(List<String> names) {
        ArrayNode all = Json.array();
        names.forEach(
                name -> all.addObject().put("Kind", "Page").put("Name", name).put("Value", "custompage:" + name));
        return Json.object("NamedValues", all);
    }

    private static ObjectNode style(String name, String template, String property, String value) {
        ObjectNode style = Json.object().put("name", name).put("controlTemplateName", template);
        style.putArray("propertyValuesMap")
                .addObject()
                .put("property", property)
                .put("value", value);
        return style;
    }

    private static void collect(ControlPart part, Map<String, ControlTemplate> used) {
        if (part.template() != ControlTemplate.GALLERY_ROW && !part.template().isComponent()) {
            used.put(part.template().name(), part.template());
        }
        part.children().forEach(child -> collect(child, used));
    }

    private static ObjectNode template(ControlTemplate kind, String version) {
        StringBuilder properties = new StringBuilder();
        for (String property : kind.rules().keySet()) {
            properties
                    .append("<appMagic:includeProperty name=\"")
                    .append(property)
                    .append("\" />");
        }
        String xml = "<widget xmlns=\"http://openajax.org/metadata\" xmlns:appMagic=\"" + BASE + "\" spec=\"1.0\" id=\""
                + kind.wire().id() + "\" name=\"" + kind.name() + "\" jsClass=\"AppMagic.Controls." + kind.name()
                + "\" version=\"" + version + "\"><appMagic:includeProperties>" + properties
                + "</appMagic:includeProperties></widget>";
        return Json.object().put("Name", kind.name()).put("Version", version).put("Template", xml);
    }
}
