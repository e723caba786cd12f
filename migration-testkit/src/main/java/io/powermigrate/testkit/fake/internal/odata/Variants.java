package io.powermigrate.testkit.fake.internal.odata;

import io.powermigrate.testkit.fake.wire.Dialect;

/** Where servers differ, the form that was chosen. */
final class Variants {

    private Variants() {}

    /** The status of a batch that stopped at a failure. */
    static int batchStatus(Request request, int failed) {
        return request.dialects().is(Dialect.BATCH_STATUS, "200") ? 200 : failed;
    }
}
