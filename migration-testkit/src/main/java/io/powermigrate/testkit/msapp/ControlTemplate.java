package io.powermigrate.testkit.msapp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of control: its id, version, name in YAML and the rules that Studio writes without being told.
 *
 * @param nests whether other controls may stand inside
 */
record ControlTemplate(String name, Wire wire, Map<String, String> rules, boolean nests) {

    /** How the kind is called on the wire; versions are those of documents of the generation. */
    record Wire(String id, String version20, String version24, String yaml, String style) {}

    private static final String BASE = "http://microsoft.com/appmagic/";
    private static final String NEUTRAL = "RGBA(0, 0, 0, 0)";

    static final ControlTemplate APP = fixed("appinfo", "appinfo", "1.0", "");
    static final ControlTemplate HOST = fixed("hostControl", "hostcontrol", "1.6.0", "");
    static final ControlTemplate SCREEN = fixed("screen", "screen", "1.0", "defaultScreenStyle");
    static final ControlTemplate GALLERY_ROW = fixed("galleryTemplate", "galleryTemplate", "1.0", "");

    private static final String COMPONENT = BASE + "Component";

    private static final Map<String, ControlTemplate> PLACEABLE = byName(List.of(
            leaf("label", "label", "2.5.1 2.5.1 Label", "Live=Live.Off", "Text=\"Text\"", "Role=TextRole.Default"),
            leaf("button", "button", "2.2.0 2.2.0 Classic/Button", "Text=\"Button\""),
            leaf("text", "text", "2.3.2 2.3.2 Classic/TextInput", "Default=\"\"", "Mode=TextMode.SingleLine"),
            leaf("icon", "icon", "2.5.0 2.5.0 Classic/Icon", "Icon=Icon.Check"),
            leaf("image", "image", "2.2.2 2.2.3 Image", "Image=SampleImage"),
            leaf("rectangle", "shapes/rectangle", "2.3.0 2.3.0 Rectangle"),
            leaf("htmlViewer", "htmlViewer", "2.1.0 2.1.0 HtmlViewer", "HtmlText=\"\""),
            leaf("dropdown", "dropdown", "2.3.1 2.3.1 Classic/DropDown", "Items=[\"1\", \"2\"]"),
            leaf("combobox", "combobox", "2.4.0 2.4.0 Classic/ComboBox", "Items=[\"1\", \"2\"]"),
            leaf("checkbox", "checkbox", "2.0.1 2.1.0 Classic/CheckBox", "Text=\"Option\"", "Default=false"),
            leaf("datepicker", "datepicker", "2.6.0 2.6.0 Classic/DatePicker", "DefaultDate=Today()"),
            leaf("timer", "timer", "2.0.0 2.1.0 Timer", "Duration=60000"),
            nest("gallery", "2.13.2 2.15.0 Gallery", "WrapCount=1", "TemplateSize=104"),
            nest("form", "2.4.0 2.4.4 Form", "DefaultMode=FormMode.Edit"),
            nest("groupContainer", "1.1.0 1.4.0 GroupContainer", "LayoutMode=LayoutMode.Manual")));

    ControlTemplate {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** The template of that name, or the complaint that lists those that exist. */
    static ControlTemplate named(String name) {
        ControlTemplate found = PLACEABLE.get(name);
        if (found == null) {
            throw BuilderError.of(
                    "There is no control template '" + name + "' in this builder.",
                    "Use one of " + String.join(", ", PLACEABLE.keySet()) + ".");
        }
        return found;
    }

    /** The template that a component is: its name is an id. */
    static ControlTemplate component(String name) {
        String id = Ids.guid("component", name).replace("-", "");
        String version = "638700000000000000";
        return new ControlTemplate(id, new Wire(COMPONENT, version, version, "CanvasComponent", ""), Map.of(), true);
    }

    boolean isComponent() {
        return wire.id().equals(COMPONENT);
    }

    String version(Generation generation) {
        return generation == Generation.V2_4 ? wire.version24() : wire.version20();
    }

    Map<String, String> defaults(Generation generation) {
        if (this != APP || generation != Generation.V2_4) {
            return rules;
        }
        Map<String, String> all = new LinkedHashMap<>(rules);
        all.put("BackEnabled", "true");
        all.put("Theme", "PowerAppsTheme");
        return all;
    }

    boolean isData() {
        return this == APP || this == HOST || this == GALLERY_ROW;
    }

    boolean isGallery() {
        return name.equals("gallery");
    }

    private static Map<String, ControlTemplate> byName(List<ControlTemplate> kinds) {
        Map<String, ControlTemplate> all = new TreeMap<>();
        kinds.forEach(kind -> all.put(kind.name(), kind));
        return Collections.unmodifiableMap(all);
    }

    private static ControlTemplate leaf(String name, String path, String versions, String... rules) {
        return placed(name, path, versions, List.of(rules), false);
    }

    private static ControlTemplate nest(String name, String versions, String... rules) {
        return placed(name, name, versions, List.of(rules), true);
    }

    private static ControlTemplate placed(String name, String path, String versions, List<String> own, boolean nests) {
        String[] words = versions.split(" ", -1);
        String style = "default" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Style";
        List<String> rules = new ArrayList<>(own);
        rules.addAll(List.of("BorderColor=" + NEUTRAL, "Fill=" + NEUTRAL, "DisplayMode=DisplayMode.Edit"));
        rules.addAll(List.of("X=40", "Y=40", "Width=320", "Height=40", "ZIndex=1"));
        return new ControlTemplate(name, new Wire(BASE + path, words[0], words[1], words[2], style), map(rules), nests);
    }

    private static ControlTemplate fixed(String name, String path, String version, String style) {
        Wire wire = new Wire(BASE + path, version, version, "", style);
        return new ControlTemplate(name, wire, map(fixedRules(name)), true);
    }

    private static List<String> fixedRules(String name) {
        return switch (name) {
            case "appinfo" ->
                List.of(
                        "ConfirmExit=false",
                        "MinScreenHeight=320",
                        "MinScreenWidth=320",
                        "SizeBreakpoints=[600, 900, 1200]");
            case "hostControl" ->
                List.of("OnNew=false", "OnEdit=false", "OnView=false", "OnSave=false", "OnCancel=false");
            case "screen" ->
                List.of(
                        "Fill=RGBA(255, 255, 255, 1)",
                        "ImagePosition=ImagePosition.Fit",
                        "Height=Max(App.Height, App.MinScreenHeight)",
                        "Width=Max(App.Width, App.MinScreenWidth)",
                        "Orientation=If(Self.Width < Self.Height, Layout.Vertical, Layout.Horizontal)",
                        "LoadingSpinner=LoadingSpinner.None",
                        "LoadingSpinnerColor=RGBA(56, 96, 178, 1)");
            default -> List.of("TemplateFill=" + NEUTRAL);
        };
    }

    private static Map<String, String> map(List<String> rules) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String rule : rules) {
            int equals = rule.indexOf('=');
            map.put(rule.substring(0, equals), rule.substring(equals + 1));
        }
        return map;
    }
}
