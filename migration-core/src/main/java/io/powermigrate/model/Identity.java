package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is signed in to an environment, as far as what signed them in tells it; what it does not tell is empty. Immutable.
 *
 * @param kind a user, an application, or not known
 * @param directory the id of the directory that knows it
 * @param id the id of the user or application in that directory
 * @param name what people call the user or application; where the kind is not known, why
 * @param application the id of the application by which a user signed in, or of the application itself
 */
public record Identity(Kind kind, String directory, String id, String name, String application) {

    private static final String MEMBER = "identity";

    /** Who it is. */
    public enum Kind {
        /** A person. */
        USER,
        /** A program without a person. */
        APPLICATION,
        /** Not told. */
        UNKNOWN
    }

    public Identity {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(application, "application");
    }

    /** Somebody of whom nothing is known. */
    public static Identity unknown(String why) {
        return new Identity(Kind.UNKNOWN, "", "", why, "");
    }

    /** The identity in the facts about an environment; empty where they tell none, as facts of earlier versions. */
    public static Optional<Identity> in(Document about) {
        Document told = about.at(MEMBER);
        if (!told.isObject()) {
            return Optional.empty();
        }
        Kind kind = told.text("kind").flatMap(Identity::kind).orElse(Kind.UNKNOWN);
        return Optional.of(new Identity(
                kind, text(told, "directory"), text(told, "id"), text(told, "name"), text(told, "application")));
    }

    /** The facts about an environment with this identity among them. */
    public Document into(Document about) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", kind.name());
        told.put("directory", directory);
        told.put("id", id);
        told.put("name", name);
        told.put("application", application);
        return about.with(MEMBER, Document.of(told));
    }

    /** Whether it is the same one, by kind and ids; names may change. */
    public boolean isSame(Identity other) {
        return kind == other.kind
                && directory.equalsIgnoreCase(other.directory)
                && id.equalsIgnoreCase(other.id)
                && application.equalsIgnoreCase(other.application);
    }

    private static Optional<Kind> kind(String text) {
        for (Kind each : Kind.values()) {
            if (each.name().equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static String text(Document told, String member) {
        return told.text(member).orElse("");
    }

    /** In words, such as {@code user ada@contoso.com (1a2b…) by application 9c8d… of directory 3e4f…}. */
    @Override
    public String toString() {
        String by = kind == Kind.USER && !application.isEmpty() ? " by application " + application : "";
        String who =
                switch (kind) {
                    case USER -> "user " + named() + by;
                    case APPLICATION -> "application " + named();
                    case UNKNOWN -> "unknown: " + name + (id.isEmpty() ? "" : ", only the id " + id);
                };
        return Shown.message(who + (directory.isEmpty() ? "" : " of directory " + directory));
    }

    private String named() {
        String shown = name.isEmpty() ? "without a name" : Shown.name(name);
        return shown + (id.isEmpty() ? "" : " (" + id + ")");
    }
}
