package io.powermigrate.journal;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.ResourceKey;
import java.util.Locale;
import java.util.Objects;

/**
 * What a line of a journal is about: one resource on its way from one environment to another one.
 *
 * @param source the id of the environment that the resource comes from
 * @param destination the id of the environment that it goes to
 * @param resource its key
 * @param originId its id in the source
 * @param fingerprint of what is wanted in the destination
 */
public record Subject(String source, String destination, ResourceKey resource, String originId, String fingerprint) {

    public Subject {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(originId, "originId");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /** The resource on its way, whatever is wanted of it and whatever it is called now. */
    Way way() {
        return new Way(source, destination, resource.type(), originId.toLowerCase(Locale.ROOT));
    }

    /** Two environments, and a resource of the first one. */
    record Way(String source, String destination, String type, String originId) {}

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
