package io.powermigrate.testkit.fake;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A tenant of the fake: its users, applications, environments and gateways. It is born with its default environment.
 * Thread-safe.
 */
public final class FakeTenant {
    private final World world;
    private final String domain;
    private final String id;
    private final List<FakeUser> users = new CopyOnWriteArrayList<>();
    private final Map<String, FakeApplication> applications = new ConcurrentHashMap<>();
    private final Set<String> adminApplications = ConcurrentHashMap.newKeySet();
    private final List<FakeEnvironment> environments = new CopyOnWriteArrayList<>();
    private final List<FakeGateway> gateways = new CopyOnWriteArrayList<>();
    private final Queue<EntraError> failures = new ConcurrentLinkedQueue<>();
    private final TenantSettings settings = new TenantSettings();
    private final List<FakeSignIn> signIns = new CopyOnWriteArrayList<>();
    private volatile @Nullable FakeApplication machine;
    private volatile @Nullable FakeUser person;

    FakeTenant(World world, String domain) {
        this.world = world;
        this.domain = domain;
        this.id = world.ids().of("tenant/" + domain);
        environments.add(new FakeEnvironment(world, this, "Default-" + id, shortName() + " (default)", true));
    }

    /** The domain, e.g. {@code contoso.onmicrosoft.com}. */
    public String domain() {
        return domain;
    }

    /** The tenant's id, a GUID. */
    public String id() {
        return id;
    }

    /**
     * A new user. The first user of a tenant is its administrator and owns whatever names no other owner.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public FakeUser user(String userPrincipalName, String password) {
        synchronized (users) {
            if (findUser(userPrincipalName).isPresent()) {
                throw new IllegalArgumentException("The tenant '" + domain + "' has a user '" + userPrincipalName
                        + "' already. Choose another name.");
            }
            FakeUser user = new FakeUser(
                    this,
                    world.ids().of(id + "/user/" + userPrincipalName),
                    userPrincipalName,
                    password,
                    users.isEmpty());
            users.add(user);
            return user;
        }
    }

    /**
     * The application of that client id, made at the first call, with one more secret; an empty one is none. It is not
     * registered for the administration of the platform yet.
     */
    public FakeApplication application(String clientId, String secret) {
        return applications
                .computeIfAbsent(
                        clientId.toLowerCase(Locale.ROOT),
                        key -> new FakeApplication(this, clientId, world.ids().of(id + "/application/" + clientId)))
                .secret(secret);
    }

    /** The next sign-in to the tenant is refused, once for each call of this. */
    public FakeTenant nextSignInFails(EntraError error) {
        failures.add(error);
        return this;
    }

    /** All sign-ins that happened, in their order. */
    public List<FakeSignIn> signIns() {
        return List.copyOf(signIns);
    }

    /** Gives the tenant's machine an identity of its own, with that client id. */
    public FakeApplication machineIdentity(String clientId) {
        FakeApplication identity = application(clientId, "").assignedToMachine();
        machine = identity;
        return identity;
    }

    /** What the machine's environment variable {@code IDENTITY_HEADER} holds. */
    public String machineHeader() {
        return world.ids().of(id + "/machine");
    }

    /** The environment of that display name, made at the first call. */
    public FakeEnvironment environment(String displayName) {
        synchronized (environments) {
            return environments.stream()
                    .filter(each -> each.displayName().equals(displayName))
                    .findFirst()
                    .orElseGet(() -> anotherEnvironment(displayName));
        }
    }

    /** A new environment, also where another one has that display name. */
    public FakeEnvironment anotherEnvironment(String displayName) {
        FakeEnvironment made =
                new FakeEnvironment(world, this, world.ids().next(id + "/environment"), displayName, false);
        environments.add(made);
        return made;
    }

    /** The environment {@code Default-<tenant>} that each tenant has. */
    public FakeEnvironment defaultEnvironment() {
        return environments.get(0);
    }

    /** All environments, the default one first. */
    public List<FakeEnvironment> environments() {
        return List.copyOf(environments);
    }

    /** All gateways, in the order of their making. */
    public List<FakeGateway> gateways() {
        return List.copyOf(gateways);
    }

    /** All users, in the order of their making. */
    public List<FakeUser> users() {
        return List.copyOf(users);
    }

    /** All applications, by client id. */
    public List<FakeApplication> applications() {
        return applications.values().stream()
                .sorted(Comparator.comparing(FakeApplication::clientId))
                .toList();
    }

    TenantSettings settings() {
        return settings;
    }

    FakeGateway addGateway(String name, String region) {
        FakeGateway gateway = new FakeGateway(this, world.ids().next(id + "/gateway"), name, region);
        gateways.add(gateway);
        return gateway;
    }

    /** Who owns what names no owner. */
    FakeUser firstUser() {
        return users.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The tenant '" + domain
                        + "' has no user who could own this. Call user(name, password) first."));
    }

    Optional<EntraError> takeFailure() {
        return Optional.ofNullable(failures.poll());
    }

    void note(FakeSignIn signIn) {
        signIns.add(signIn);
    }

    SignIns signInsInProgress() {
        return world.signIns();
    }

    Optional<FakeApplication> machine() {
        return Optional.ofNullable(machine);
    }

    void person(FakeUser user) {
        person = user;
    }

    /** Who sits at the browser. */
    Optional<FakeUser> person() {
        return Optional.ofNullable(person).or(() -> users.stream().findFirst());
    }

    Optional<FakeUser> findUser(String userPrincipalName) {
        return users.stream()
                .filter(each -> each.userPrincipalName().equalsIgnoreCase(userPrincipalName))
                .findFirst();
    }

    Optional<FakeUser> userById(String objectId) {
        return users.stream().filter(each -> each.objectId().equals(objectId)).findFirst();
    }

    Optional<FakeApplication> findApplication(String clientId) {
        return Optional.ofNullable(applications.get(clientId.toLowerCase(Locale.ROOT)));
    }

    Optional<FakeApplication> applicationByObjectId(String objectId) {
        return applications.values().stream()
                .filter(each -> each.objectId().equals(objectId))
                .findFirst();
    }

    void registerAdmin(String clientId) {
        adminApplications.add(clientId.toLowerCase(Locale.ROOT));
    }

    boolean isAdminApplication(String clientId) {
        return adminApplications.contains(clientId.toLowerCase(Locale.ROOT));
    }

    List<String> adminApplications() {
        return adminApplications.stream().sorted().toList();
    }

    boolean isNamed(String domainOrId) {
        return domain.equalsIgnoreCase(domainOrId) || id.equalsIgnoreCase(domainOrId);
    }

    private String shortName() {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    @Override
    public String toString() {
        return domain;
    }
}
