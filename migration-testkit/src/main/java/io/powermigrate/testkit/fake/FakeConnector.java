package io.powermigrate.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** A custom connector of an environment (wire/power-platform.md, section 6). Thread-safe. */
public final class FakeConnector {
    private final FakeEnvironment environment;
    private final String name;
    private final String displayName;
    private final Sharing sharing;
    private final BlobAddress swagger;
    private final World world;
    private final Instant created;
    private volatile String host = "api.example.com";
    private volatile boolean inlineDefinition = true;

    private FakeConnector(World world, FakeEnvironment environment, String name, String displayName) {
        this.world = world;
        this.environment = environment;
        this.name = name;
        this.displayName = displayName;
        this.created = world.now();
        this.sharing = new Sharing(environment.tenant().firstUser());
        this.swagger = world.blobs().container(environment).blob(name.replaceFirst("^shared_", "") + ".json_original");
        store();
    }

    static FakeConnector custom(World world, FakeEnvironment environment, String title) {
        String first = world.ids().nextHex(environment.name() + "/connector").substring(0, 16);
        String second = world.ids().nextHex(environment.name() + "/connector").substring(0, 16);
        String name = "shared_" + encode(title + "_" + first + "_" + second);
        return new FakeConnector(world, environment, name, title);
    }

    /** One whose name is known from documents. */
    static FakeConnector named(World world, FakeEnvironment environment, String name, String title) {
        return new FakeConnector(world, environment, name, title);
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

    /** The name on the wire, e.g. {@code shared_orders-20api-5f…}. */
    public String name() {
        return name;
    }

    /** The name that people see. */
    public String displayName() {
        return displayName;
    }

    /** The host of the service behind it, as its maker wrote it. */
    public FakeConnector servedBy(String newHost) {
        host = newHost;
        store();
        return this;
    }

    /** The service tells the definition of its runtime for some connectors only: not for this one. */
    public FakeConnector withoutInlineDefinition() {
        inlineDefinition = false;
        return this;
    }

    /** Another owner than the first user of the tenant. */
    public FakeConnector owner(FakeUser user) {
        sharing.owner(user);
        return this;
    }

    /** Lets another user see and use it. */
    public FakeConnector sharedWith(FakeUser user) {
        sharing.viewer(user);
        return this;
    }

    /** The id with its provider. */
    public String id() {
        return "/providers/Microsoft.PowerApps/apis/" + name;
    }

    FakeEnvironment environment() {
        return environment;
    }

    Sharing sharing() {
        return sharing;
    }

    BlobAddress swagger() {
        return swagger;
    }

    boolean hasInlineDefinition() {
        return inlineDefinition;
    }

    Instant created() {
        return created;
    }

    /** The document, with the maker's host or with that of the runtime. */
    ObjectNode swagger(String swaggerHost, String basePath) {
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
