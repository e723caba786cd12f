package io.powermigrate.cds.carrier;

import io.powermigrate.cds.transfer.Staged;
import io.powermigrate.endpoint.ClientKey;
import io.powermigrate.model.Artifact;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Packages that wait at the scratch place of a destination, from staging until their import. Thread-safe. */
final class Uploads {

    static final ClientKey<Uploads> KEY = new ClientKey<>(Uploads.class, endpoint -> new Uploads());

    private final Map<String, Staged> kept = new ConcurrentHashMap<>();

    private Uploads() {}

    void keep(Artifact zip, Staged staged) {
        kept.put(zip.sha256(), staged);
    }

    Optional<Staged> of(Artifact zip) {
        return Optional.ofNullable(kept.get(zip.sha256()));
    }

    Optional<Staged> take(Artifact zip) {
        return Optional.ofNullable(kept.remove(zip.sha256()));
    }

    @Override
    public String toString() {
        return "Uploads[" + kept.size() + "]";
    }
}
