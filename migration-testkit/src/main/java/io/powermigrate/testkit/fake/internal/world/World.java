package io.powermigrate.testkit.fake.internal.world;

import io.powermigrate.testkit.fake.internal.blobs.Blobs;
import io.powermigrate.testkit.fake.internal.blobs.Sas;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.ids.Ids;
import io.powermigrate.testkit.fake.internal.packages.Packaging;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Everything the service remembers, shared by all routes. Thread-safe. */
public final class World {
    private final Clock clock;
    private final Ids ids;
    private final Dialects dialects;
    private final Blobs blobs;
    private final Catalogue catalogue;
    private final Packaging packaging = new Packaging();
    private final Map<String, TenantState> tenants = new ConcurrentHashMap<>();
    private final SignIns signIns;
    private final Upcoming upcoming = new Upcoming();
    private volatile Duration importsVisibleAfter = Duration.ofSeconds(20);
    private volatile int pageSize = 250;
    private volatile int devicePollSeconds = 5;

    public World(Clock clock, long seed, Dialects dialects) {
        this.clock = clock;
        this.ids = new Ids(seed);
        this.dialects = dialects;
        this.blobs = new Blobs(new Sas(seed, clock), ids, clock);
        this.catalogue = new Catalogue();
        this.signIns = new SignIns(ids);
    }

    public Instant now() {
        return clock.instant();
    }

    public Ids ids() {
        return ids;
    }

    public Dialects dialects() {
        return dialects;
    }

    public Blobs blobs() {
        return blobs;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Packaging packaging() {
        return packaging;
    }

    public SignIns signIns() {
        return signIns;
    }

    /** How long an import that shows later takes to show. */
    public Duration importsVisibleAfter() {
        return importsVisibleAfter;
    }

    public void importsVisibleAfter(Duration time) {
        importsVisibleAfter = time;
    }

    /** Has something happen when an import that was accepted now shows. */
    public void whenVisible(Runnable effect) {
        upcoming.at(now().plus(importsVisibleAfter), effect);
    }

    /** Lets everything happen whose moment has come; asked before anybody looks. */
    public void settle() {
        upcoming.settle(now());
    }

    /** How many imports were accepted and do not show yet. */
    public int importsUnderWay() {
        return upcoming.size();
    }

    public int devicePollSeconds() {
        return devicePollSeconds;
    }

    public void devicePollSeconds(int seconds) {
        devicePollSeconds = seconds;
    }

    public int pageSize() {
        return pageSize;
    }

    public void pageSize(int items) {
        pageSize = items;
    }

    /** The tenant of that domain, made at the first call. */
    public TenantState tenant(String domain) {
        return tenants.computeIfAbsent(domain.toLowerCase(Locale.ROOT), key -> new TenantState(this, key));
    }

    /** A tenant by domain or by id. */
    public Optional<TenantState> findTenant(String domainOrId) {
        return tenants.values().stream()
                .filter(each -> each.isNamed(domainOrId))
                .findFirst();
    }

    /** The tenant of the caller; a route without a token has none, which is a mistake in the fake. */
    public TenantState tenantOf(Call call) {
        return findTenant(call.caller().tenantId())
                .orElseThrow(() -> new IllegalStateException(
                        "A route without a token asked for the tenant. Give the route an access."));
    }

    /** The user who calls; routes of makers have one, because the gate refused applications. */
    public UserState maker(Call call) {
        return tenantOf(call)
                .userById(call.caller().objectId())
                .orElseThrow(() -> new IllegalStateException(
                        "A route asked for the user of an application. Give the route MAKER access."));
    }

    public List<TenantState> tenants() {
        return tenants.values().stream()
                .sorted(Comparator.comparing(TenantState::domain))
                .toList();
    }

    Stream<EnvironmentState> environments() {
        return tenants().stream().map(TenantState::environments).flatMap(Collection::stream);
    }

    public Optional<EnvironmentState> environment(String name) {
        return environments().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The environment of an organisation, by the first label of its host. */
    public Optional<EnvironmentState> ofOrganisation(String organisation) {
        return environments()
                .filter(each -> each.organisation()
                        .filter(organisation::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }

    /** An app of any environment; app ids are unique (wire/power-platform.md, section 2.1). */
    public Optional<AppState> app(String id) {
        return environments()
                .flatMap(each -> each.apps().stream())
                .filter(app -> app.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
