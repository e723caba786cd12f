package io.powermigrate.testkit.fake.internal.packages;

import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the service remembers of packages: minted pairs, jobs, and what was staged for an import. Thread-safe. */
public final class Packaging {
    /** How long the address of a package or of a storage for uploads can be used. */
    public static final Duration LINK_LIFE = Duration.ofHours(8);

    private static final int POLLS = 1;
    private static final int NEVER = -1;

    private final Pairs pairs = new Pairs();
    private final Operations operations = new Operations();
    private final Set<BlobAddress> staged = ConcurrentHashMap.newKeySet();

    public Pairs pairs() {
        return pairs;
    }

    public Operations operations() {
        return operations;
    }

    /** Takes a package file as one that the service exported from the environment of that name: its pair counts as minted. */
    public void trust(byte[] genuine, String environment) {
        UploadedPackage uploaded = read(genuine);
        Optional<String> key = uploaded.appKey();
        Optional<String> folder = uploaded.folder();
        if (key.isEmpty() || folder.isEmpty()) {
            throw noPackage(null);
        }
        pairs.add(new Pair(
                key.get(),
                folder.get(),
                environment,
                uploaded.telemetry(),
                uploaded.documentId(),
                Set.copyOf(uploaded.keysOf(PackageResource.Kind.CONNECTION))));
    }

    private static UploadedPackage read(byte[] bytes) {
        try {
            return UploadedPackage.read(bytes);
        } catch (Refusal refused) {
            throw noPackage(refused);
        }
    }

    private static IllegalArgumentException noPackage(@Nullable Refusal why) {
        return new IllegalArgumentException(
                "The fake did not take a file as the package of an app, because it holds none. Pass a whole exported zip.",
                why);
    }

    /** Only a staged package can be imported (wire/canvas-app-import.md, section 3). */
    public void stage(BlobAddress address) {
        staged.add(address);
    }

    public boolean isStaged(BlobAddress address) {
        return staged.contains(address);
    }

    /** How often a job says that it runs; some never end. */
    public static int polls(boolean hangs) {
        return hangs ? NEVER : POLLS;
    }
}
