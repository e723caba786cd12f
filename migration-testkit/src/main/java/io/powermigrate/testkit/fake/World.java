package io.powermigrate.testkit.fake;

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
final class World {
    private final Clock clock;
    private final Ids ids;
    private final Dialects dialects;
    private final Blobs blobs;
    private final Catalogue catalogue;
    private final Packaging packaging = new Packaging();
    private final Map<String, FakeTenant> tenants = new ConcurrentHashMap<>();
    private final SignIns signIns;
    private final Upcoming upcoming = new Upcoming();
    private volatile Duration importsVisibleAfter = Duration.ofSeconds(20);
    private volatile int pageSize = 250;
    private volatile int devicePollSeconds = 5;

    World(Clock clock, long seed, Dialects dialects) {
        this.clock = clock;
        this.ids = new Ids(seed);
        this.dialects = dialects;
        this.blobs = new Blobs(new Sas(seed, clock), ids, clock);
        this.catalogue = new Catalogue();
        this.signIns = new SignIns(ids);
    }

    Instant now() {
        return clock.instant();
    }

    Ids ids() {
        return ids;
    }

    Dialects dialects() {
        return dialects;
    }

    Blobs blobs() {
        return blobs;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Packaging packaging() {
        return packaging;
    }

    SignIns signIns() {
        return signIns;
    }

    /** How long an import that shows later takes to show. */
    Duration importsVisibleAfter() {
        return importsVisibleAfter;
    }

    void importsVisibleAfter(Duration time) {
        importsVisibleAfter = time;
    }

    /** Has something happen when an import that was accepted now shows. */
    void whenVisible(Runnable effect) {
        upcoming.at(now().plus(importsVisibleAfter), effect);
    }

    /** Lets everything happen whose moment has come; asked before anybody looks. */
    void settle() {
        upcoming.settle(now());
    }

    /** How many imports were accepted and do not show yet. */
    int importsUnderWay() {
        return upcoming.size();
    }

    int devicePollSeconds() {
        return devicePollSeconds;
    }

    void devicePollSeconds(int seconds) {
        devicePollSeconds = seconds;
    }

    int pageSize() {
        return pageSize;
    }

    void pageSize(int items) {
        pageSize = items;
    }

    /** The tenant of that domain, made at the first call. */
    FakeTenant tenant(String domain) {
        return tenants.computeIfAbsent(domain.toLowerCase(Locale.ROOT), key -> new FakeTenant(this, key));
    }

    /** A tenant by domain or by id. */
    Optional<FakeTenant> findTenant(String domainOrId) {
        return tenants.values().stream()
                .filter(each -> each.isNamed(domainOrId))
                .findFirst();
    }

    List<FakeTenant> tenants() {
        return tenants.values().stream()
                .sorted(Comparator.comparing(FakeTenant::domain))
                .toList();
    }

    Stream<FakeEnvironment> environments() {
        return tenants().stream().map(FakeTenant::environments).flatMap(Collection::stream);
    }

    Optional<FakeEnvironment> environment(String name) {
        return environments().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    /** An app of any environment; app ids are unique (wire/power-platform.md, section 2.1). */
    Optional<FakeApp> app(String id) {
        return environments()
                .flatMap(each -> each.apps().stream())
                .filter(app -> app.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
