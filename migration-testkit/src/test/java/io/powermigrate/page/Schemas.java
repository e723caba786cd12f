package io.powermigrate.page;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.powermigrate.house.House;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Holds JSON against a schema. */
final class Schemas {

    private static final Schemas SARIF = sarif210();
    private static final Schemas PAGE = page1();

    private final JsonSchema schema;

    private Schemas(String schema, SpecVersion.VersionFlag version) {
        this.schema = JsonSchemaFactory.getInstance(version).getSchema(schema);
    }

    /** SARIF 2.1.0 as OASIS published it. */
    static Schemas sarif() {
        return SARIF;
    }

    /** That of pages. */
    static Schemas page() {
        return PAGE;
    }

    private static Schemas sarif210() {
        try (InputStream file = Schemas.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return new Schemas(new String(file.readAllBytes(), StandardCharsets.UTF_8), SpecVersion.VersionFlag.V7);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schemas page1() {
        try {
            return new Schemas(
                    Files.readString(House.root().resolve("docs/page.schema.json")), SpecVersion.VersionFlag.V202012);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with it, by places. */
    List<String> problems(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::toString)
                .toList();
    }
}
