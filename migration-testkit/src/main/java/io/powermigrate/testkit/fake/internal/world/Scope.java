package io.powermigrate.testkit.fake.internal.world;

import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the environment that a call is for, in the one place that counting and checking share. */
public final class Scope {
    private static final Pattern FILTER = Pattern.compile("(?i)environment\\s+eq\\s+'([^']*)'");

    private final World world;

    public Scope(World world) {
        this.world = world;
    }

    /** By path, by environment host, by app, by {@code $filter}, or by the owner of a container. */
    public Optional<EnvironmentState> of(Call call) {
        Optional<EnvironmentState> found = call.find("env").flatMap(world::environment);
        if (found.isEmpty() && call.find("host").isPresent()) {
            found = world.environments()
                    .filter(each -> each.headAndTail().equalsIgnoreCase(call.variable("host")))
                    .findFirst();
        }
        if (found.isEmpty() && call.find("org").isPresent()) {
            return world.ofOrganisation(call.variable("org"));
        }
        if (found.isEmpty() && call.find("env").isEmpty()) {
            found = call.find("app").flatMap(world::app).map(AppState::environment);
        }
        if (found.isEmpty() && call.find("container").isPresent()) {
            found = world.blobs().owner(call.variable("container")).flatMap(world::environment);
        }
        return found.isPresent() ? found : filtered(call).flatMap(world::environment);
    }

    /** The environment's name in {@code $filter=environment eq '…'}. */
    public static Optional<String> filtered(Call call) {
        Matcher matcher = FILTER.matcher(call.query("$filter").orElse(""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The environment of the path, or that of the caller's tenant for {@code ~Default}. */
    public static EnvironmentState required(World world, Call call) {
        String name = call.find("env").or(() -> filtered(call)).orElse("");
        return named(world, call, name);
    }

    public static EnvironmentState named(World world, Call call, String name) {
        TenantState tenant = world.tenantOf(call);
        if (name.equalsIgnoreCase("~default")) {
            return tenant.defaultEnvironment();
        }
        return world.environment(name)
                .filter(each -> each.tenant() == tenant)
                .orElseThrow(() -> Refusal.environmentNotInTenant(name, tenant.id()));
    }
}
