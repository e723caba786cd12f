package io.powermigrate.testkit.msapp;

import java.util.Map;

/** How people read a connector's name. */
final class ConnectorNames {
    private static final Map<String, String> KNOWN = Map.of(
            "shared_office365", "Office 365 Outlook",
            "shared_office365users", "Office 365 Users",
            "shared_sharepointonline", "SharePoint",
            "shared_onedriveforbusiness", "OneDrive for Business",
            "shared_teams", "Microsoft Teams",
            "shared_sql", "SQL Server",
            "shared_logicflows", "Logic flows");

    private ConnectorNames() {}

    /** A custom connector is {@code shared_orders-20api-5f…}: its own name, then hashes after {@code -5f}. */
    static String displayName(String connector) {
        String known = KNOWN.get(connector);
        if (known != null) {
            return known;
        }
        String name = connector.substring("shared_".length());
        int hash = name.indexOf("-5f");
        String plain =
                (hash > 0 ? name.substring(0, hash) : name).replace("-20", " ").replace("-2d", "-");
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
