package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.facts.DependencyEnd;
import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.solution.input.XmlCursor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one {@code MissingDependency}, as packages and the service write it (wire/dataverse.md, section 6.2). */
final class MissingDependencyReader {

    private MissingDependencyReader() {}

    static MissingDependency read(XmlCursor xml) {
        Side required = new Side();
        Side dependent = new Side();
        xml.children(name -> {
            Side side = name.equals("Required") ? required : dependent;
            side.read(xml);
        });
        boolean active = required.provider.equals("Active");
        int bracket = required.provider.endsWith(")") ? required.provider.lastIndexOf('(') : -1;
        String solution = bracket < 0
                ? required.provider
                : required.provider.substring(0, bracket).trim();
        return new MissingDependency(
                required.end,
                dependent.end,
                active || solution.isEmpty() ? null : solution,
                bracket < 0 ? null : version(required.provider, bracket),
                active,
                required.app,
                required.provider);
    }

    /** {@code Name (1.2.3.4)}. */
    private static String version(String provider, int bracket) {
        return provider.substring(bracket + 1, provider.length() - 1).trim();
    }

    /** One of the two components. */
    private static final class Side {

        private DependencyEnd end = new DependencyEnd("", null, null, null, null, Map.of());
        private String provider = "";
        private @Nullable String app;

        void read(XmlCursor xml) {
            Map<String, String> attributes = new LinkedHashMap<>();
            xml.attributes(attributes::put);
            Map<String, String> keys = new LinkedHashMap<>();
            attributes.forEach((name, value) -> {
                if (name.startsWith("id.")) {
                    keys.put(name.substring(3), value);
                }
            });
            provider = attributes.getOrDefault("solution", "").trim();
            end = new DependencyEnd(
                    attributes.getOrDefault("type", ""),
                    attributes.get("schemaName"),
                    attributes.get("displayName"),
                    Optional.ofNullable(attributes.get("id")).map(Fields::id).orElse(null),
                    attributes.get("parentSchemaName"),
                    keys);
            xml.children(child -> app = xml.attribute("appName").orElse(app));
        }
    }
}
