package io.powermigrate.internal.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.WholeFile;
import io.powermigrate.internal.text.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that is stored as canonical JSON: members sorted by name at every level, two blanks of indentation, LF. It is
 * written and read as a stream, never held as a text or a tree. What is damaged, not whole or of another version is
 * refused, and so is a member that the version does not have or that comes twice: nothing that a reviewer reads is passed over. Immutable.
 *
 * @param <T> a record with a member {@code version}
 */
public final class Stored<T> {

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

    private final Form<T> form;

    /**
     * How a value is stored.
     *
     * @param what what messages call it, such as {@code plan}
     * @param type the record
     * @param version of the form; any other one is refused
     * @param remedy what to do where another version was given, in one imperative sentence
     * @param versionOf the version of a value; null where it has none
     */
    public record Form<T>(
            String what, Class<T> type, int version, String remedy, Function<T, @Nullable Integer> versionOf) {}

    /** A value of this form. */
    public Stored(Form<T> form) {
        this.form = form;
    }

    /** A record as canonical JSON that is not read back, such as what is signed. */
    public static String canonical(Object value) {
        return Json.canonicalText(value);
    }

    /** The value as one text. */
    public String text(T value) {
        return Json.canonicalText(value);
    }

    /** The SHA-256 of the canonical JSON in UTF-8, 64 lower-case hex digits. */
    public String digest(T value) {
        return Json.sha256(value);
    }

    /**
     * Writes the value; the stream stays open.
     *
     * @throws MigrationException when the stream cannot be written to
     */
    public void write(T value, OutputStream out) {
        try {
            Json.canonical(value, out);
        } catch (IOException e) {
            throw new MigrationException(
                    "The " + form.what() + " was not written because " + e, "Make room for it and write it again", e);
        }
    }

    /**
     * Writes a file that only its owner may read, whole or not at all.
     *
     * @throws MigrationException when it cannot be written
     */
    public void write(T value, Path file) {
        try {
            WholeFile.write(file, out -> Json.canonical(value, out));
        } catch (IOException e) {
            throw new MigrationException(
                    "The " + form.what() + " was not written to " + file + " because " + e,
                    "Name a file that can be written",
                    e);
        }
    }

    /** Reads the value of a text; errors as {@link #read(Path)}. */
    public T read(String json) {
        try (JsonParser tokens = Json.tokens(json)) {
            return read(tokens, "The " + form.what());
        } catch (IOException e) {
            throw new IllegalStateException("a text can always be read", e);
        }
    }

    /** Reads the value to the end of the stream, which stays open; errors as {@link #read(Path)}. */
    public T read(InputStream json) {
        try (JsonParser tokens = Json.tokens(json)) {
            return read(tokens, "The " + form.what());
        } catch (IOException e) {
            throw brokenOff("The " + form.what(), e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws MigrationException when it is not there, damaged (the place is told) or of another version
     */
    public T read(Path file) {
        String name = "The " + form.what() + " " + file;
        try (InputStream bytes = Files.newInputStream(file);
                JsonParser tokens = Json.tokens(bytes)) {
            return read(tokens, name);
        } catch (NoSuchFileException e) {
            throw new MigrationException(
                    name + " could not be read because there is no such file", "Name a file that is there", e);
        } catch (IOException e) {
            throw brokenOff(name, e);
        }
    }

    private T read(JsonParser tokens, String name) throws IOException {
        @Nullable T value;
        UnknownMembers unknown = new UnknownMembers();
        try {
            value = Json.bind(tokens, form.type(), unknown);
        } catch (JsonProcessingException e) {
            throw otherVersionAhead(tokens, name).orElseGet(() -> refused(name, e));
        }
        Integer version = value == null ? null : form.versionOf().apply(value);
        if (value == null || version == null || version != form.version()) {
            throw otherVersion(name, version == null ? "absent" : version.toString());
        }
        unknown.first().ifPresent(member -> {
            throw new MigrationException(
                    name + " could not be read because it holds \"" + Shown.name(member) + "\", which version "
                            + version + " of the form does not have",
                    "Remove it, or make the " + form.what() + " again");
        });
        return value;
    }

    /** Of another version it is no wonder that it looks otherwise; members are sorted, so the version comes late. */
    private Optional<MigrationException> otherVersionAhead(JsonParser tokens, String name) throws IOException {
        try {
            while (tokens.nextToken() != null) {
                boolean top = tokens.getParsingContext().getParent() != null
                        && tokens.getParsingContext().getParent().inRoot();
                if (top
                        && "version".equals(tokens.currentName())
                        && tokens.currentToken().isScalarValue()) {
                    String found = tokens.getText();
                    return found.equals(Integer.toString(form.version()))
                            ? Optional.empty()
                            : Optional.of(otherVersion(name, found));
                }
            }
        } catch (JsonProcessingException e) { // it is damaged too, and told of anyway
            return Optional.empty();
        }
        return Optional.empty();
    }

    private MigrationException otherVersion(String name, String version) {
        boolean newer = VERSION.matcher(version).matches() && Integer.parseInt(version) > form.version();
        return new MigrationException(
                name + " could not be read because its version is \"" + Shown.name(version) + "\", not "
                        + form.version() + (newer ? ": a newer version of this library has written it" : ""),
                newer ? "Read it with that version of the library" : form.remedy());
    }

    private MigrationException refused(String name, JsonProcessingException e) {
        String at = Json.place(e);
        if (Json.isDamage(e)) {
            return new MigrationException(
                    name + " could not be read because it is damaged" + at,
                    "Give a complete one, or make it again",
                    e.getCause() instanceof JacksonException ? null : e.getCause());
        }
        String member = e instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
        return new MigrationException(
                name + " could not be read because " + e.getOriginalMessage() + at + " (" + member + ")",
                form.remedy(),
                e);
    }

    private static MigrationException brokenOff(String name, IOException e) {
        return new MigrationException(
                name + " could not be read because its source broke off: " + e, "Read it again", e);
    }
}
