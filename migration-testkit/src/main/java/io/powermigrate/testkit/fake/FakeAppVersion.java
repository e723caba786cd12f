package io.powermigrate.testkit.fake;

import io.powermigrate.testkit.fake.internal.world.AppVersion;
import io.powermigrate.testkit.fake.wire.FakeReference;
import java.util.List;

/** One saved state of an app: its definition and its document. Immutable. */
public final class FakeAppVersion extends Handle<AppVersion> {

    FakeAppVersion(AppVersion inside) {
        super(inside);
    }

    /** The name that people see. */
    public String displayName() {
        return inside().displayName();
    }

    /** The connection references. */
    public List<FakeReference> references() {
        return inside().references();
    }

    /** The document's bytes. */
    public byte[] document() {
        return inside().document();
    }
}
