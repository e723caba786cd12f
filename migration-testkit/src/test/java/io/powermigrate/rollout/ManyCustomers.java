package io.powermigrate.rollout;

import io.powermigrate.Migration;
import io.powermigrate.RolloutBuilder;
import io.powermigrate.approval.Approval;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.Scope;
import io.powermigrate.powerapps.PowerApps;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import io.powermigrate.testkit.msapp.SampleDocuments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One environment with three apps, and many customers, each with a tenant, an environment and two connections of its own. */
final class ManyCustomers implements AutoCloseable {

    static final String SITE = "https://contoso.sharepoint.com/sites/hr";

    final FakePowerPlatform fake = FakePowerPlatform.start();
    final FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
    final FakeEnvironment dev = ada.tenant().environment("Contoso Dev");
    final Endpoint source;
    private final FakeConnection office = dev.connection("shared_office365users", "Office 365 Users of Ada");
    private final FakeConnection sharePoint = dev.connection("shared_sharepointonline", "SharePoint of Ada");
    private final Map<String, Customer> customers = new LinkedHashMap<>();

    /** What the fake holds of a customer. */
    record Customer(FakeUser user, FakeEnvironment environment, FakeConnection office, FakeConnection sharePoint) {}

    ManyCustomers(int count) {
        dev.app(SampleDocuments.nothing());
        dev.app(SampleDocuments.nothingOlder());
        dev.app(SampleDocuments.twoConnections(office.name(), sharePoint.name()));
        for (int number = 1; number <= count; number++) {
            add(name(number));
        }
        source = fake.connect(dev, ada);
    }

    static String name(int number) {
        return String.format(Locale.ROOT, "Customer %02d", number);
    }

    private void add(String name) {
        String domain = name.toLowerCase(Locale.ROOT).replace(" ", "") + ".onmicrosoft.com";
        FakeUser user = fake.tenant(domain).user("grace@" + domain, "compiler");
        FakeEnvironment environment = user.tenant().environment(name);
        customers.put(
                name,
                new Customer(
                        user,
                        environment,
                        environment.connection("shared_office365users", "Office 365 Users there"),
                        environment.connection("shared_sharepointonline", "SharePoint there")));
    }

    Customer customer(int number) {
        return Objects.requireNonNull(customers.get(name(number)));
    }

    /** Two pilots, eight early ones, then the rest; every second one is in Europe. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (int number = 1; number <= customers.size(); number++) {
            targets.add(target(number));
        }
        return targets;
    }

    Target target(int number) {
        Customer customer = customer(number);
        String ring = number <= 2 ? "pilots" : number <= 10 ? "early" : "the rest";
        return Target.of(name(number), () -> fake.connect(customer.environment(), customer.user()))
                .inRing(ring)
                .with("region", number % 2 == 0 ? "europe" : "america");
    }

    /** A site for all, one for Europe, and connections of each customer. */
    Overlays overlays() {
        Overlays overlays = Overlays.of(site("https://base.sharepoint.com/sites/hr"), "region")
                .with("region", "europe", site("https://europe.sharepoint.com/sites/hr"));
        for (Map.Entry<String, Customer> each : customers.entrySet()) {
            overlays = overlays.withCustomer(
                    each.getKey(),
                    Mapping.of(
                            Binding.of(
                                    "connection",
                                    office.name(),
                                    each.getValue().office().name()),
                            Binding.of(
                                    "connection",
                                    sharePoint.name(),
                                    each.getValue().sharePoint().name())));
        }
        return overlays;
    }

    private static Mapping site(String address) {
        return Mapping.of(Binding.of("text", SITE, address));
    }

    RolloutBuilder rollout() {
        return rollout(targets());
    }

    RolloutBuilder rollout(List<Target> targets) {
        return Migration.from(source)
                .toEach(targets)
                .install(PowerApps.plugin())
                .scope(Scope.of(CanvasApp.TYPE).withDependencies())
                .mapping(overlays())
                .time(fake.time())
                .atOnce(8);
    }

    Approval word() {
        return Approval.by("ada@contoso.com", fake.clock().instant());
    }

    /** How many requests above READ each customer got so far. */
    Map<String, Long> changes() {
        return customers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> changes(each.getValue().environment())));
    }

    static long changes(FakeEnvironment environment) {
        return environment.requests(FakeEffect.EXPORT)
                + environment.requests(FakeEffect.STAGE)
                + environment.requests(FakeEffect.WRITE);
    }

    @Override
    public void close() {
        source.close();
        fake.close();
    }
}
