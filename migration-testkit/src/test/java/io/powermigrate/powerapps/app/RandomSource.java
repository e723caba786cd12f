package io.powermigrate.powerapps.app;

import io.powermigrate.internal.address.PercentText;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.msapp.AppDocument;
import io.powermigrate.testkit.msapp.ConnectionSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Fills a source as a seed says: connectors, connections, flows, and documents that name them in every way that real ones do. */
final class RandomSource {

    private static final String SHAREPOINT = "shared_sharepointonline";
    private static final String SQL = "shared_sql";
    private static final List<String> CONNECTORS = List.of(SHAREPOINT, SQL, "shared_office365users", "shared_bingmaps");
    private static final List<String> TITLES =
            List.of("Orders API", "Büro & Reise", "CW - API gateway", "O'Brien's ledger", "人事 API", "orders_v2");
    private static final List<String> APPS = List.of("Expense report", "Leave request", "人事", "Büro & Reise");
    private static final List<String> SITES = List.of("HR", "Büro", "HR Team", "HR+Team", "人事");

    final List<FakeConnector> connectors = new ArrayList<>();
    final List<FakeConnection> connections = new ArrayList<>();
    final List<FakeFlow> flows = new ArrayList<>();
    /** The flows that take a reason and give a result; the others tell no schema. */
    final Set<String> takingReason = new HashSet<>();

    final List<String> told = new ArrayList<>();
    private final Random random;
    private final FakeEnvironment dev;
    private final FakeUser other;

    /** @param other somebody whose resources the one who migrates does not see */
    RandomSource(Random random, FakeEnvironment dev, FakeUser other) {
        this.random = random;
        this.dev = dev;
        this.other = other;
        TITLES.stream().filter(title -> one(4)).forEach(this::connector);
        for (int i = random.nextInt(4); i >= 0; i--) {
            connection(one(3) && !connectors.isEmpty() ? pick(connectors).name() : pick(CONNECTORS));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            flow();
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            app(i);
        }
    }

    boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Its title is its name in one of three; it has one hash, two, or two behind different signs. */
    private void connector(String title) {
        FakeConnector made =
                switch (random.nextInt(3)) {
                    case 0 -> dev.customConnector(title);
                    case 1 -> dev.customConnector("shared_legacy" + connectors.size() + hash("-5f"), title);
                    default ->
                        dev.customConnector("shared_old-2dapi" + connectors.size() + hash("-5f") + hash("--"), title);
                };
        connectors.add(one(4) ? made.owner(other) : made);
        told.add("connector \"" + title + "\" " + made.name());
    }

    private String hash(String before) {
        return before + String.format(Locale.ROOT, "%016x", random.nextLong());
    }

    private void connection(String connector) {
        FakeConnection made = dev.connection(connector, "Of Ada " + connections.size());
        if (connector.equals(SQL)) {
            made.parameter("server", "sql" + random.nextInt(2) + ".contoso.com").parameter("database", "orders");
        }
        if (one(6)) {
            made.through(dev.gateway("Head office"));
        }
        connections.add(one(5) ? made.owner(other) : made);
        told.add("connection \"" + made.displayName() + "\" of " + connector + " " + made.name()
                + made.gateway().map(gateway -> " through " + gateway.name()).orElse(""));
    }

    private void flow() {
        FakeFlow made = dev.flow("Approve " + flows.size());
        if (one(2)) {
            takingReason(made);
            takingReason.add(made.id());
        }
        connections.stream().filter(connection -> one(3)).forEach(made::calling);
        flows.add(one(5) ? made.owner(other) : made);
        told.add("flow \"" + made.displayName() + "\" " + made.id() + " calls "
                + made.calls().keySet());
    }

    static FakeFlow takingReason(FakeFlow flow) {
        return flow.taking("Reason", "string").returning("result", "string");
    }

    private void app(int number) {
        String name = pick(APPS);
        AppDocument document = AppDocument.named(name);
        List<String> formulas = new ArrayList<>(List.of("Notify(\"" + number + "\")"));
        List<String> connectorsHere = new ArrayList<>();
        for (FakeConnection connection : connections) {
            if (one(2)) {
                connectorsHere.add(connection.connectorName());
                use(connection, document, formulas);
            }
        }
        for (FakeFlow flow : flows) {
            if (one(2)) {
                run(flow, document, connectorsHere, formulas);
            }
        }
        document.screen(
                "Home",
                home -> home.control("Go", "button", go -> go.formula("OnSelect", String.join("; ", formulas))));
        String id = dev.app(document.toBytes()).id();
        told.add("app \"" + name + "\" " + id + ": " + String.join("; ", formulas));
    }

    private void use(FakeConnection connection, AppDocument document, List<String> formulas) {
        String source = "Source" + formulas.size();
        String title = connectors.stream()
                .filter(each -> each.name().equals(connection.connectorName()))
                .map(FakeConnector::displayName)
                .findFirst()
                .orElse("");
        if (!title.isEmpty()) {
            document.customConnector(connection.connectorName(), connection.name(), words -> words.displayName(title)
                    .service(source));
            formulas.add(source + ".Get()");
        } else if (List.of(SHAREPOINT, SQL).contains(connection.connectorName())) {
            document.connection(connection.connectorName(), connection.name(), words -> table(source, words));
            formulas.add("First(" + source + ").Title");
        } else {
            document.connection(connection.connectorName(), connection.name(), words -> words.service(source));
            formulas.add(source + ".Get()");
        }
    }

    private void table(String source, ConnectionSpec words) {
        String site = "https://contoso.sharepoint.com/sites/" + pick(SITES);
        String list =
                UUID.nameUUIDFromBytes(new byte[] {(byte) random.nextInt(6)}).toString();
        String spelled =
                switch (random.nextInt(5)) {
                    case 0 -> site + "/";
                    case 1 -> site.replace("contoso", "CONTOSO");
                    case 2 -> PercentText.encoded(site, ":/");
                    case 3 -> "sql.contoso.com,orders";
                    default -> site;
                };
        told.add("table " + source + " at " + spelled + " " + list);
        words.table(source, spelled, list, "Amount");
    }

    private void run(FakeFlow flow, AppDocument document, List<String> connectorsHere, List<String> formulas) {
        String name = "Run" + flows.indexOf(flow);
        boolean takes = takingReason.contains(flow.id());
        document.flow(name, flow.id(), words -> {
            if (one(3)) {
                words.sourceId(UUID.nameUUIDFromBytes(flow.id().getBytes(StandardCharsets.UTF_8))
                        .toString());
            }
            if (one(3)) {
                words.dashed();
            }
            if (takes) {
                words.input("Reason").output("result", "string");
            }
            flow.calls().values().stream()
                    .map(FakeConnection::connectorName)
                    .filter(connectorsHere::contains)
                    .distinct()
                    .forEach(words::uses);
        });
        formulas.add(name + ".Run(" + (takes ? "\"because\"" : "") + ")");
    }
}
