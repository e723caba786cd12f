package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.AppVersion;
import io.powermigrate.testkit.fake.wire.FakeReference;
import java.util.List;

/** One saved state of an app: its definition and its document. Immutable. */
public final class FakeAppVersion extends Handle {

    private final AppVersion inside;

    FakeAppVersion(AppVersion inside) {
        this.inside = inside;
    }

    @Override
    AppVersion inside() {
        return inside;
    }

    /** The name that people see. */
    public String displayName() {
        return inside.displayName();
    }

    /** The connection references. */
    public List<FakeReference> references() {
        return inside.references();
    }

    /** The document's bytes. */
    public byte[] document() {
        return inside.document();
    }
}
