package io.powermigrate.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes over members that a type does not have, and remembers the first one: whether it matters is said by the version. */
final class UnknownMembers extends DeserializationProblemHandler {

    private @Nullable String first;

    /** The name of the first one; empty where there was none. */
    Optional<String> first() {
        return Optional.ofNullable(first);
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser tokens, JsonDeserializer<?> reader, Object holder, String name)
            throws IOException {
        if (first == null) {
            first = name;
        }
        tokens.skipChildren();
        return true;
    }
}
