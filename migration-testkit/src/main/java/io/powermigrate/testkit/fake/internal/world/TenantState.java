package io.powermigrate.testkit.fake.internal.world;

import io.powermigrate.testkit.fake.wire.EntraError;
import io.powermigrate.testkit.fake.wire.FakeSignIn;
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
 * What the service remembers of a tenant: its users, applications, environments and gateways. A tenant begins with its
 * default environment.
 * Thread-safe.
 */
public final class TenantState {
    private final World world;
    private final String domain;
    private final String id;
    private final List<UserState> users = new CopyOnWriteArrayList<>();
    private final Map<String, ApplicationState> applications = new ConcurrentHashMap<>();
    private final Set<String> adminApplications = ConcurrentHashMap.newKeySet();
    private final List<EnvironmentState> environments = new CopyOnWriteArrayList<>();
    private final List<GatewayState> gateways = new CopyOnWriteArrayList<>();
    private final Queue<EntraError> failures = new ConcurrentLinkedQueue<>();
    private final TenantSettings settings = new TenantSettings();
    private final List<FakeSignIn> signIns = new CopyOnWriteArrayList<>();
    private volatile @Nullable ApplicationState machine;
    private volatile @Nullable UserState person;

    TenantState(World world, String domain) {
        this.world = world;
        this.domain = domain;
        this.id = world.ids().of("tenant/" + domain);
        environments.add(new EnvironmentState(world, this, "Default-" + id, shortName() + " (default)", true));
    }

    public String domain() {
        return domain;
    }

    public String id() {
        return id;
    }

    public UserState user(String userPrincipalName, String password) {
        synchronized (users) {
            if (findUser(userPrincipalName).isPresent()) {
                throw new IllegalArgumentException("The tenant '" + domain + "' has a user '" + userPrincipalName
                        + "' already. Choose another name.");
            }
            UserState user = new UserState(
                    this,
                    world.ids().of(id + "/user/" + userPrincipalName),
                    userPrincipalName,
                    password,
                    users.isEmpty());
            users.add(user);
            return user;
        }
    }

    public ApplicationState application(String clientId, String secret) {
        return applications
                .computeIfAbsent(
                        clientId.toLowerCase(Locale.ROOT),
                        key -> new ApplicationState(this, clientId, world.ids().of(id + "/application/" + clientId)))
                .secret(secret);
    }

    public TenantState nextSignInFails(EntraError error) {
        failures.add(error);
        return this;
    }

    public List<FakeSignIn> signIns() {
        return List.copyOf(signIns);
    }

    public ApplicationState machineIdentity(String clientId) {
        ApplicationState identity = application(clientId, "").assignedToMachine();
        machine = identity;
        return identity;
    }

    public String machineHeader() {
        return world.ids().of(id + "/machine");
    }

    public EnvironmentState environment(String displayName) {
        synchronized (environments) {
            return environments.stream()
                    .filter(each -> each.displayName().equals(displayName))
                    .findFirst()
                    .orElseGet(() -> anotherEnvironment(displayName));
        }
    }

    public EnvironmentState anotherEnvironment(String displayName) {
        EnvironmentState made =
                new EnvironmentState(world, this, world.ids().next(id + "/environment"), displayName, false);
        environments.add(made);
        return made;
    }

    public EnvironmentState defaultEnvironment() {
        return environments.get(0);
    }

    public List<EnvironmentState> environments() {
        return List.copyOf(environments);
    }

    public List<GatewayState> gateways() {
        return List.copyOf(gateways);
    }

    public List<UserState> users() {
        return List.copyOf(users);
    }

    public List<ApplicationState> applications() {
        return applications.values().stream()
                .sorted(Comparator.comparing(ApplicationState::clientId))
                .toList();
    }

    public TenantSettings settings() {
        return settings;
    }

    GatewayState addGateway(String name, String region) {
        GatewayState gateway = new GatewayState(this, world.ids().next(id + "/gateway"), name, region);
        gateways.add(gateway);
        return gateway;
    }

    /** Who owns what names no owner. */
    public UserState firstUser() {
        return users.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The tenant '" + domain
                        + "' has no user who could own this. Call user(name, password) first."));
    }

    public Optional<EntraError> takeFailure() {
        return Optional.ofNullable(failures.poll());
    }

    public void note(FakeSignIn signIn) {
        signIns.add(signIn);
    }

    SignIns signInsInProgress() {
        return world.signIns();
    }

    public Optional<ApplicationState> machine() {
        return Optional.ofNullable(machine);
    }

    public void person(UserState user) {
        person = user;
    }

    /** Who sits at the browser. */
    public Optional<UserState> person() {
        return Optional.ofNullable(person).or(() -> users.stream().findFirst());
    }

    public Optional<UserState> findUser(String userPrincipalName) {
        return users.stream()
                .filter(each -> each.userPrincipalName().equalsIgnoreCase(userPrincipalName))
                .findFirst();
    }

    public Optional<UserState> userById(String objectId) {
        return users.stream().filter(each -> each.objectId().equals(objectId)).findFirst();
    }

    public Optional<ApplicationState> findApplication(String clientId) {
        return Optional.ofNullable(applications.get(clientId.toLowerCase(Locale.ROOT)));
    }

    public Optional<ApplicationState> applicationByObjectId(String objectId) {
        return applications.values().stream()
                .filter(each -> each.objectId().equals(objectId))
                .findFirst();
    }

    public void registerAdmin(String clientId) {
        adminApplications.add(clientId.toLowerCase(Locale.ROOT));
    }

    public boolean isAdminApplication(String clientId) {
        return adminApplications.contains(clientId.toLowerCase(Locale.ROOT));
    }

    public List<String> adminApplications() {
        return adminApplications.stream().sorted().toList();
    }

    public boolean isNamed(String domainOrId) {
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
