package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which server wrote a package; what it does not say is null (wire/dataverse.md, section 6.2).
 *
 * @param version of the server, such as 9.2.25063.198
 * @param packageVersion of the format, such as 9.2
 * @param language code of the base language, such as 1033
 * @param generatedBy {@code CrmLive} or {@code OnPremise}
 * @param organization what newer servers add, by name
 */
public record ServerFacts(
        @Nullable String version,
        @Nullable String packageVersion,
        @Nullable String language,
        @Nullable String generatedBy,
        Map<String, String> organization) {

    /** Copies what it is given. */
    public ServerFacts {
        organization = Collections.unmodifiableMap(new LinkedHashMap<>(organization));
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
