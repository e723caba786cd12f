package io.powermigrate.powerapps.connection;

import io.powermigrate.internal.secret.Secrets;
import io.powermigrate.model.Document;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of a connection that say where it leads. They are chosen by a list of names that are allowed, not by one
 * of names that are not: the service says that it never echoes secrets, but every connector names its own parameters, so
 * a list of forbidden names would always lack one.
 */
final class PublicParameters {

    private static final Set<String> ALLOWED = Set.of(
            "server",
            "servername",
            "database",
            "databasename",
            "schema",
            "host",
            "hostname",
            "port",
            "site",
            "siteurl",
            "sharepointsite",
            "dataset",
            "domain",
            "instance",
            "instanceurl",
            "environment",
            "environmentname",
            "environmenturl",
            "organization",
            "organizationurl",
            "organizationuri",
            "tenanturl",
            "baseurl",
            "rootdirectory",
            "rootfolder",
            "folder",
            "workspace",
            "region",
            "storageaccount",
            "resourcename",
            "azureopenairesourcename",
            "azuresearchendpointurl");

    private static final int LONGEST = 400;

    private PublicParameters() {}

    /** Every parameter by name: of the flat map, or of the set with its values (wire/power-platform.md, section 5.2). */
    static Map<String, Document> all(Document properties) {
        Map<String, Document> all =
                new LinkedHashMap<>(properties.at("connectionParameters").members());
        properties
                .at("connectionParametersSet", "values")
                .members()
                .forEach((name, value) -> all.put(name, value.isObject() ? value.at("value") : value));
        return all;
    }

    static SortedMap<String, String> of(Map<String, Document> all) {
        SortedMap<String, String> allowed = new TreeMap<>();
        all.forEach((name, value) -> value.text()
                .filter(text -> ALLOWED.contains(name.toLowerCase(Locale.ROOT)))
                .filter(text -> !text.isBlank() && text.length() <= LONGEST && !Secrets.isIn(text))
                .ifPresent(text -> allowed.put(name, withoutQuery(text))));
        return allowed;
    }

    /** A query or fragment of an address may hold a key, and never says which server it is. */
    private static String withoutQuery(String text) {
        return text.contains("://") ? text.split("[?#]", 2)[0] : text;
    }
}
