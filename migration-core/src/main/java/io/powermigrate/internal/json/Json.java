package io.powermigrate.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The one configuration of Jackson: limits against hostile input, ISO dates, no surprises. */
public final class Json {

    /** How many levels of lists and objects a document may have. */
    public static final int MAX_DEPTH = 200;

    private static final int MAX_STRING = 64 << 20;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // questions that a record answers are no part of it
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, null))
            .build();

    private static final ObjectWriter CANONICAL = MAPPER.rebuild()
            .addModule(new SimpleModule().addSerializer(new SortedNodes()))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writer(new CanonicalPrinter());

    private Json() {}

    /** Parses a whole document; a wrong one is an error that names the place, never the content. */
    public static JsonNode parse(InputStream bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null ? JsonNodeFactory.instance.missingNode() : node;
        } catch (JsonProcessingException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new MigrationException(
                    "JSON could not be read because its source broke off: " + e.getMessage(), "Read it again", e);
        }
    }

    /** Parses a whole document and keeps only what stands at a path; names differ by more than case. Errors as of a whole one. */
    public static JsonNode parse(InputStream bytes, String... path) {
        try (JsonParser tokens = tokens(bytes)) {
            JsonNode found = tokens.nextToken() == null ? JsonNodeFactory.instance.missingNode() : at(tokens, path, 0);
            if (tokens.nextToken() != null) {
                throw new JsonParseException(tokens, "more than one document");
            }
            return found;
        } catch (JsonProcessingException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new MigrationException(
                    "JSON could not be read because its source broke off: " + e.getMessage(), "Read it again", e);
        }
    }

    private static JsonNode at(JsonParser tokens, String[] path, int depth) throws IOException {
        if (depth == path.length) {
            return MAPPER.reader()
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(tokens);
        }
        JsonNode found = JsonNodeFactory.instance.missingNode();
        if (tokens.currentToken() != JsonToken.START_OBJECT) {
            tokens.skipChildren();
            return found;
        }
        while (tokens.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = tokens.currentName().equalsIgnoreCase(path[depth]);
            tokens.nextToken();
            if (wanted) {
                found = at(tokens, path, depth + 1);
            } else {
                tokens.skipChildren();
            }
        }
        return found;
    }

    /** Parses a whole document. */
    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    /** A value, a record, a map or a list as JSON. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** JSON as a value of a type; a member that the type does not know is left out. */
    public static <T> T bind(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new MigrationException(
                    "JSON could not be read as a " + type.getSimpleName() + " because " + e.getOriginalMessage(),
                    "Give a file that this version of the library has written",
                    e);
        }
    }

    /** One line, members in their own order. */
    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    /** A text as a JSON string, with its quotes. */
    public static String quoted(String text) {
        return text(MAPPER.getNodeFactory().textNode(text));
    }

    /** Members sorted by name at every level, two blanks of indentation, LF: same value, same bytes. */
    public static String canonical(JsonNode node) {
        return canonicalText(node);
    }

    static String canonicalText(Object value) {
        try {
            return CANONICAL.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of ours can always be written", e);
        }
    }

    /** The same as a stream of UTF-8, which stays open. */
    static void canonical(Object value, OutputStream out) throws IOException {
        try (Utf8Writer text = new Utf8Writer(out)) {
            CANONICAL.without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(text, value);
        }
    }

    /**
     * The same, where what cannot be seen is an escape: the value is the same, and a name turns no line of the file around. The stream
     * stays open.
     */
    public static void visible(Object value, OutputStream out) throws IOException {
        try (Utf8Writer text = new Utf8Writer(out)) {
            CANONICAL
                    .with(new VisibleEscapes())
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(text, value);
        }
    }

    /**
     * The SHA-256 of the canonical text in UTF-8, 64 lower-case hex digits; half of a surrogate pair counts as {@code ?}, as it
     * always did: fingerprints of earlier snapshots stay equal.
     */
    public static String sha256(JsonNode node) {
        MessageDigest digest = digest();
        OutputStream bytes = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            CANONICAL.writeValue(text, node);
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of the bytes that {@link #canonical(Object, OutputStream)} writes, 64 lower-case hex digits. */
    static String sha256(Object value) {
        MessageDigest digest = digest();
        try {
            canonical(value, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            throw new IllegalStateException("a value of ours can always be written", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static JsonParser tokens(String json) throws IOException {
        return FACTORY.createParser(json);
    }

    /** Closing them leaves the stream open. */
    static JsonParser tokens(InputStream json) throws IOException {
        return FACTORY.createParser(json).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    /** The value of a type; a member that comes twice is an error, those that the type does not have are told. */
    static <T> @Nullable T bind(JsonParser tokens, Class<T> type, UnknownMembers unknown) throws IOException {
        tokens.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        if (tokens.nextToken() == null) {
            throw new JsonEOFException(tokens, null, "empty");
        }
        return MAPPER.readerFor(type).withHandler(unknown).readValue(tokens);
    }

    private static MigrationException broken(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new MigrationException(
                    "JSON could not be read because it " + beyond(e.getOriginalMessage()) + place(e),
                    "Give a document within this limit",
                    null);
        }
        return new MigrationException(
                "JSON could not be read because it is damaged" + place(e) + " ("
                        + e.getClass().getSimpleName() + ")",
                "Fetch it again, or give a complete document",
                null);
    }

    /** Where an error is; empty where that is not known. */
    static String place(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    /** Whether this is no JSON, rather than JSON of something else. */
    static boolean isDamage(Throwable e) {
        return e instanceof StreamReadException || (e.getCause() != null && isDamage(e.getCause()));
    }

    /** The limit in words; Jackson names its own settings. */
    private static String beyond(String message) {
        return message.contains("nesting depth")
                ? "is nested deeper than " + MAX_DEPTH + " levels"
                : "holds a text, name or number that is too long (a text may have " + MAX_STRING + " characters)";
    }
}
