package io.powermigrate.testkit.fake.internal.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The connectors that the service offers in each environment. Thread-safe. */
public final class Catalogue {

    public static final String CUSTOM_ICON = "https://az787822.vo.msecnd.net/defaulticons/api-dedicated.png";
    private static final Set<String> WITH_GATEWAY =
            Set.of("shared_sql", "shared_sharepointonline", "shared_filesystem", "shared_oracle");

    private final Map<String, Standard> standards = new TreeMap<>();

    /** A connector of the publisher's own. */
    public record Standard(String name, String displayName, String brandColor, String tier) {
        String id() {
            return "/providers/Microsoft.PowerApps/apis/" + name;
        }

        public String iconUri() {
            return "https://connectoricons-prod.azureedge.net/releases/v1.0.1705/1.0.1705.3833/" + shortName()
                    + "/icon.png";
        }

        public String shortName() {
            return name.replaceFirst("^shared_", "");
        }

        public boolean takesGateway() {
            return WITH_GATEWAY.contains(name);
        }
    }

    Catalogue() {
        put("shared_sql", "SQL Server", "#ba141a", "Premium");
        put("shared_sharepointonline", "SharePoint", "#036C70", "Standard");
        put("shared_office365", "Office 365 Outlook", "#0078D4", "Standard");
        put("shared_office365users", "Office 365 Users", "#eb3c00", "Standard");
        put("shared_onedriveforbusiness", "OneDrive for Business", "#0078D4", "Standard");
        put("shared_approvals", "Approvals", "#6464F5", "Standard");
        put("shared_teams", "Microsoft Teams", "#4B53BC", "Standard");
        put("shared_logicflows", "Logic flows", "#007ee5", "Standard");
        put("shared_commondataserviceforapps", "Microsoft Dataverse", "#7B3D75", "Premium");
        put("shared_filesystem", "File System", "#864025", "Premium");
        put("shared_excelonlinebusiness", "Excel Online (Business)", "#107C41", "Standard");
        put("shared_flowmanagement", "Power Automate Management", "#0077ff", "Standard");
    }

    private void put(String name, String displayName, String brandColor, String tier) {
        standards.put(name, new Standard(name, displayName, brandColor, tier));
    }

    /** The connector of that name; one that nobody knows becomes a standard one of the same name. */
    synchronized Standard know(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return standards.computeIfAbsent(
                key, any -> new Standard(key, key.replaceFirst("^shared_", ""), "#007ee5", "Standard"));
    }

    public synchronized Optional<Standard> find(String name) {
        return Optional.ofNullable(standards.get(name.toLowerCase(Locale.ROOT)));
    }

    public synchronized List<Standard> all() {
        return List.copyOf(standards.values());
    }
}
