package io.powermigrate.testkit.fake.internal.solutions.model;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Where the data of an import job lists a part, and how it calls it (wire/dataverse.md, section 2.8). */
public final class Sections {
    /** The elements of the job data in their order. */
    public static final List<String> ORDER = List.of(
            "entities",
            "nodes",
            "settings",
            "dashboards",
            "securityroles",
            "workflows",
            "templates",
            "optionSets",
            "ConnectionRoles",
            "SolutionPluginAssemblies",
            "SdkMessageProcessingSteps",
            "ServiceEndpoints",
            "webResources",
            "reports",
            "FieldSecurityProfiles",
            "languages",
            "entitySubhandlers",
            "publishes",
            "rootComponents",
            "dependencies");

    private static final List<String> NAMES =
            List.of("name", "Name", "connectionreferencelogicalname", "schemaname", "localizedName");

    private Sections() {}

    public static String of(Part part) {
        return switch (part.kind()) {
            case TABLE -> "entities";
            case CHOICE -> "optionSets";
            case ROLE -> "securityroles";
            case WORKFLOW -> "workflows";
            case WEB_RESOURCE -> "webResources";
            case PROFILE -> "FieldSecurityProfiles";
            default -> "nodes";
        };
    }

    /** The element of one part inside its section. */
    public static String item(String section) {
        return switch (section) {
            case "entities" -> "entity";
            case "optionSets" -> "optionSet";
            case "securityroles" -> "securityrole";
            case "workflows" -> "workflow";
            case "webResources" -> "webResource";
            case "FieldSecurityProfiles" -> "FieldSecurityProfile";
            default -> "node";
        };
    }

    /** The name that people know: a role's name, a table's logical name. */
    public static String name(Part part) {
        return part.element()
                .flatMap(Sections::name)
                .filter(each -> !each.isEmpty())
                .orElse(part.key());
    }

    private static Optional<String> name(Element element) {
        for (String attribute : NAMES) {
            if (!element.getAttribute(attribute).isEmpty()) {
                return Optional.of(element.getAttribute(attribute));
            }
        }
        return Optional.of(Dom.text(element, "Name"));
    }
}
