package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.blobs.BlobAddress;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.time.Instant;
import java.util.Locale;

/** What the service remembers of a custom connector (wire/power-platform.md, section 6). Thread-safe. */
public final class ConnectorState {
    private final EnvironmentState environment;
    private final String name;
    private final String displayName;
    private final Sharing sharing;
    private final BlobAddress swagger;
    private final World world;
    private final Instant created;
    private volatile String host = "api.example.com";
    private volatile boolean inlineDefinition = true;

    private ConnectorState(World world, EnvironmentState environment, String name, String displayName) {
        this.world = world;
        this.environment = environment;
        this.name = name;
        this.displayName = displayName;
        this.created = world.now();
        this.sharing = new Sharing(environment.tenant().firstUser());
        this.swagger =
                world.blobs().container(environment.name()).blob(name.replaceFirst("^shared_", "") + ".json_original");
        store();
    }

    static ConnectorState custom(World world, EnvironmentState environment, String title) {
        String first = world.ids().nextHex(environment.name() + "/connector").substring(0, 16);
        String second = world.ids().nextHex(environment.name() + "/connector").substring(0, 16);
        String name = "shared_" + encode(title + "_" + first + "_" + second);
        return new ConnectorState(world, environment, name, title);
    }

    /** One whose name is known from documents. */
    static ConnectorState named(World world, EnvironmentState environment, String name, String title) {
        return new ConnectorState(world, environment, name, title);
    }

    /** A sign that is no letter and no digit becomes a dash and two hexadecimal digits. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (char sign : text.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9';
            encoded.append(plain ? String.valueOf(sign) : String.format(Locale.ROOT, "-%02x", (int) sign));
        }
        return encoded.toString();
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public ConnectorState servedBy(String newHost) {
        host = newHost;
        store();
        return this;
    }

    public ConnectorState withoutInlineDefinition() {
        inlineDefinition = false;
        return this;
    }

    public String id() {
        return "/providers/Microsoft.PowerApps/apis/" + name;
    }

    public EnvironmentState environment() {
        return environment;
    }

    public Sharing sharing() {
        return sharing;
    }

    public BlobAddress swagger() {
        return swagger;
    }

    public boolean hasInlineDefinition() {
        return inlineDefinition;
    }

    public Instant created() {
        return created;
    }

    /** The document, with the maker's host or with that of the runtime. */
    public ObjectNode swagger(String swaggerHost, String basePath) {
        ObjectNode document = Json.object().put("swagger", "2.0");
        document.putObject("info")
                .put("title", displayName)
                .put("description", "")
                .put("version", "1.0");
        document.put("host", swaggerHost).put("basePath", basePath);
        document.putArray("schemes").add("https");
        document.putArray("consumes");
        document.putArray("produces");
        for (String part : new String[] {"paths", "definitions", "parameters", "responses", "securityDefinitions"}) {
            document.putObject(part);
        }
        document.putArray("security");
        document.putArray("tags");
        return document;
    }

    private void store() {
        world.blobs().put(swagger, Json.bytes(swagger(host, "/")));
    }
}
