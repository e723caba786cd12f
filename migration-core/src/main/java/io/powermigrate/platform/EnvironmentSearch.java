package io.powermigrate.platform;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import io.powermigrate.http.ServiceException;
import io.powermigrate.http.Transport;
import io.powermigrate.internal.text.Log;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the environment that is meant. One list tells all of them apart; a user who sees it not there may still be an
 * administrator, so then the admin list is asked as well (wire/power-platform.md, section 1.1).
 */
final class EnvironmentSearch {

    private static final Log LOG = Log.of(EnvironmentSearch.class);
    private static final String MAKER = "/providers/Microsoft.BusinessAppPlatform/environments";
    private static final String ADMIN = "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments";
    private static final String VERSION = "?api-version=2020-10-01";
    private static final int SHOWN = 20;

    private final Transport transport;
    private final Environment wanted;

    EnvironmentSearch(Transport transport, Environment wanted) {
        this.transport = transport;
        this.wanted = wanted;
    }

    /** The one environment that is meant; anything else is an error that lists what could have been. */
    EnvironmentFacts find(boolean appOnly) {
        List<EnvironmentFacts> visible = list(appOnly ? ADMIN : MAKER);
        List<EnvironmentFacts> found = matching(visible);
        if (found.isEmpty() && !appOnly) {
            List<EnvironmentFacts> administered = administered();
            found = matching(administered);
            visible = administered.isEmpty() ? visible : administered;
        }
        if (found.isEmpty()) {
            throw unknown(visible);
        }
        if (found.size() > 1) {
            throw ambiguous(found);
        }
        return found.get(0);
    }

    private List<EnvironmentFacts> administered() {
        try {
            return list(ADMIN);
        } catch (ServiceException e) {
            if (e.status() != 403) {
                throw e; // a list that could not be read says nothing about who is in it
            }
            LOG.debug("The admin list of environments was not read: {}", e.problem());
            return List.of();
        }
    }

    private List<EnvironmentFacts> list(String path) {
        Call call = Call.get(wanted.cloud().service(Cloud.BAP).uri(path + VERSION));
        try (Stream<EnvironmentFacts> all = transport.items(call, "name").map(EnvironmentFacts::new)) {
            return all.toList();
        }
    }

    /** By name first: a display name may look like anything, even like the name of another environment. */
    private List<EnvironmentFacts> matching(List<EnvironmentFacts> all) {
        String text = wanted.idOrDisplayName().trim();
        if (text.equalsIgnoreCase("~Default")) {
            return those(all, EnvironmentFacts::isDefault);
        }
        return Stream.<Predicate<EnvironmentFacts>>of(
                        facts -> facts.name().equalsIgnoreCase(text),
                        facts -> facts.displayName().equals(text),
                        facts -> facts.displayName().trim().equalsIgnoreCase(text))
                .map(test -> those(all, test))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<EnvironmentFacts> those(List<EnvironmentFacts> all, Predicate<EnvironmentFacts> test) {
        return all.stream().filter(test).toList();
    }

    private MigrationException unknown(List<EnvironmentFacts> visible) {
        String seen = visible.isEmpty() ? "no environment at all is visible" : "visible are " + listed(visible);
        return new MigrationException(
                "The environment \"" + wanted.idOrDisplayName() + "\" was not opened because tenant " + wanted.tenant()
                        + " shows none of that name to the signed-in identity; " + seen,
                "Check the name and the tenant, or ask for a role in the environment");
    }

    private MigrationException ambiguous(List<EnvironmentFacts> found) {
        return new MigrationException(
                "The environment \"" + wanted.idOrDisplayName() + "\" was not opened because " + found.size()
                        + " have that name: " + listed(found),
                "Give the id instead: Environment.of(cloud, \"" + wanted.tenant() + "\", \""
                        + found.get(0).name() + "\")");
    }

    private static String listed(List<EnvironmentFacts> some) {
        String text = some.stream().limit(SHOWN).map(EnvironmentFacts::toString).collect(Collectors.joining(", "));
        return some.size() > SHOWN ? text + " and " + (some.size() - SHOWN) + " more" : text;
    }
}
