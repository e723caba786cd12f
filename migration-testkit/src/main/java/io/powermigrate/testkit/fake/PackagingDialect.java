package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.packaging.Variant;
import java.util.EnumSet;
import java.util.Set;

/** The dialect in the packaging half's own words. */
final class PackagingDialect {
    private PackagingDialect() {}

    static Set<Variant> variants(Dialects dialects) {
        Set<Variant> on = EnumSet.noneOf(Variant.class);
        when(on, Variant.DOCUMENT_RESERIALISED, dialects.is(Dialect.REMADE_DOCUMENT, "serialised again"));
        when(on, Variant.SAME_ENVIRONMENT_PAIRS, dialects.is(Dialect.FOREIGN_PACKAGE_PAIR, "SAME_ENVIRONMENT"));
        when(on, Variant.REFERENCES_KEPT, dialects.is(Dialect.REFERENCES_AFTER_IMPORT, "kept"));
        when(on, Variant.DRAFT_WITHOUT_LEASE, dialects.is(Dialect.DRAFT_PUT_WITHOUT_LEASE, "accepted"));
        when(on, Variant.ERRORS_ON_TOP, dialects.is(Dialect.REFUSED_IMPORT_ERROR, "errors"));
        when(on, Variant.PUBLISH_WITHOUT_BODY, dialects.is(Dialect.PUBLISH_STATUS, "204"));
        when(on, Variant.PUBLISH_REFUSED_404, dialects.is(Dialect.PUBLISH_REFUSAL, "404"));
        when(on, Variant.PUBLISH_FREES_LEASE, dialects.is(Dialect.PUBLISH_HOLDS_LEASE, "accepted"));
        when(on, Variant.TABLES_REFUSED, dialects.is(Dialect.DATAVERSE_APP_IN_PACKAGE, "refused"));
        when(on, Variant.LAUNCH_AT_ONCE, dialects.is(Dialect.LAUNCH_FIRST_STATUS, "Ready"));
        when(on, Variant.EDITED_MANIFEST_REFUSED, !dialects.is(Dialect.EDITED_MANIFEST, "hangs"));
        when(on, Variant.RETRY_AFTER_DURATION, !dialects.is(Dialect.RETRY_AFTER, "seconds"));
        return on;
    }

    private static void when(Set<Variant> on, Variant variant, boolean chosen) {
        if (chosen) {
            on.add(variant);
        }
    }
}
