package io.powermigrate.testkit.fake.internal.blobs;

import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Origin;
import io.powermigrate.testkit.fake.internal.http.Route;
import io.powermigrate.testkit.fake.internal.http.Service;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The blob storage behind all environments. Thread-safe. */
public final class Blobs {
    /** How long the address of a document can be used. */
    private static final Duration DOCUMENT_LIFE = Duration.ofDays(3);

    private static final Pattern SECONDARY = Pattern.compile("://([a-z0-9]+)\\.blob\\.");

    private final Sas sas;
    private final Ids ids;
    private final Clock clock;
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<BlobAddress, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<BlobAddress, Map<String, byte[]>> blocks = new ConcurrentHashMap<>();

    public Blobs(Sas sas, Ids ids, Clock clock) {
        this.sas = sas;
        this.ids = ids;
        this.clock = clock;
    }

    /** A container that was just made. */
    public record Container(String name) {
        public BlobAddress blob(String blobName) {
            return new BlobAddress(name, blobName);
        }
    }

    /** A new container of the environment of that name. */
    public Container container(String environment) {
        String day = Ids.seconds(clock.instant()).substring(0, 10).replace("-", "");
        String name = day + "t000000z" + ids.nextHex(environment + "/container");
        owners.put(name, environment);
        return new Container(name);
    }

    /** Puts bytes into a new container of the environment of that name. */
    public BlobAddress store(String environment, String name, byte[] bytes) {
        BlobAddress address = container(environment).blob(name);
        put(address, bytes);
        return address;
    }

    /** The name of the environment that a container was made for. */
    public Optional<String> owner(String container) {
        return Optional.ofNullable(owners.get(container));
    }

    public void put(BlobAddress address, byte[] bytes) {
        blobs.put(address, bytes.clone());
    }

    public Optional<byte[]> get(BlobAddress address) {
        return Optional.ofNullable(blobs.get(address)).map(byte[]::clone);
    }

    void stageBlock(BlobAddress address, String blockId, byte[] bytes) {
        blocks.computeIfAbsent(address, any -> new ConcurrentHashMap<>()).put(blockId, bytes);
    }

    /** Joins the blocks named; false if one was never staged. */
    boolean commitBlocks(BlobAddress address, List<String> blockIds) {
        Map<String, byte[]> staged = blocks.getOrDefault(address, Map.of());
        List<byte[]> parts = new ArrayList<>();
        for (String id : blockIds) {
            byte[] part = staged.get(id);
            if (part == null) {
                return false;
            }
            parts.add(part);
        }
        int size = parts.stream().mapToInt(part -> part.length).sum();
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        put(address, whole);
        blocks.remove(address);
        return true;
    }

    public Sas sas() {
        return sas;
    }

    /** A pre-signed address for reading. */
    public String readLink(Origin origin, BlobAddress address) {
        return readLink(origin, address, DOCUMENT_LIFE);
    }

    public String readLink(Origin origin, BlobAddress address, Duration valid) {
        return origin.link(Service.BLOB, path(address) + "?" + sas.query(address.container(), "rl", valid));
    }

    /** The same blob on the secondary host, read-only. */
    public static String secondary(String link) {
        return SECONDARY.matcher(link).replaceFirst("://$1-secondary.blob.");
    }

    /** A pre-signed address of a whole container for reading and writing. */
    public String containerLink(Origin origin, Container container, Duration valid) {
        return origin.link(Service.BLOB, "/" + container.name() + "?" + sas.query(container.name(), "rwl", valid));
    }

    private static String path(BlobAddress address) {
        String name = URLEncoder.encode(address.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        return "/" + address.container() + "/" + name;
    }

    /** The blob behind an address that the fake gave out, or nothing if the address is foreign. */
    public Optional<BlobAddress> resolve(String link) {
        int query = link.indexOf('?');
        List<String> parts = new ArrayList<>();
        for (String part : Route.segments(query < 0 ? link : link.substring(0, query))) {
            parts.add(Call.decode(part));
        }
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (owners.containsKey(parts.get(i))) {
                return Optional.of(new BlobAddress(parts.get(i), String.join("/", parts.subList(i + 1, parts.size()))));
            }
        }
        return Optional.empty();
    }
}
