package io.powermigrate.platform;

import io.powermigrate.endpoint.NoSuchEnvironmentException;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import io.powermigrate.http.ServiceException;
import io.powermigrate.http.Transport;
import io.powermigrate.internal.text.Log;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the environment that is meant. By its name one list is enough; a user who sees it not there may still be an
 * administrator, so then the admin list is asked as well (wire/power-platform.md, section 1.1). By a display name both are
 * asked, and one environment alone may have it.
 */
final class EnvironmentSearch {

    private static final Log LOG = Log.of(EnvironmentSearch.class);
    private static final String MAKER = "/providers/Microsoft.BusinessAppPlatform/environments";
    private static final String ADMIN = "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments";
    private static final String VERSION = "?api-version=2020-10-01";
    private static final String DEFAULT = "~Default";

    /** A GUID, alone or behind a word such as {@code Default-} or {@code Legacy-}. */
    private static final Pattern NAME =
            Pattern.compile("(?:[A-Za-z]{1,20}+-)?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private static final int SHOWN = 20;

    private final Transport transport;
    private final Environment wanted;
    private final boolean isName;

    EnvironmentSearch(Transport transport, Environment wanted) {
        this.transport = transport;
        this.wanted = wanted;
        String text = wanted.idOrDisplayName().strip();
        this.isName = text.equalsIgnoreCase(DEFAULT) || NAME.matcher(text).matches();
    }

    /** The one environment that is meant; anything else is an error that lists what could have been. */
    EnvironmentFacts find(boolean appOnly) {
        List<EnvironmentFacts> visible = list(appOnly ? ADMIN : MAKER);
        List<EnvironmentFacts> found = those(visible, wanted());
        // names are unique; a display name is whatever somebody has typed, so no list is left out
        if (!appOnly && (found.isEmpty() || !isName)) {
            visible = together(visible, administered());
            found = those(visible, wanted());
        }
        if (found.isEmpty()) {
            throw unknown(visible);
        }
        if (found.size() > 1) {
            throw ambiguous(found);
        }
        return found.get(0);
    }

    private static List<EnvironmentFacts> together(List<EnvironmentFacts> first, List<EnvironmentFacts> second) {
        Map<String, EnvironmentFacts> all = new LinkedHashMap<>();
        Stream.of(first, second)
                .flatMap(List::stream)
                .forEach(facts -> all.putIfAbsent(facts.name().toLowerCase(Locale.ROOT), facts));
        return List.copyOf(all.values());
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

    /**
     * A text that looks like a name is one: anyone who may name an environment could give it the name of another one.
     * Display names that people read as the same are the same.
     */
    private Predicate<EnvironmentFacts> wanted() {
        String text = wanted.idOrDisplayName().strip();
        if (text.equalsIgnoreCase(DEFAULT)) {
            return EnvironmentFacts::isDefault;
        }
        return isName
                ? facts -> facts.name().equalsIgnoreCase(text)
                : facts -> facts.name().equalsIgnoreCase(text)
                        || read(facts.displayName()).equals(read(text));
    }

    /** How people read it: without case, widths, marks that show nothing, and blanks around or repeated. */
    private static String read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder read = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
                .forEach(point -> {
                    if (point != ' ' || read.length() > 0 && read.charAt(read.length() - 1) != ' ') {
                        read.appendCodePoint(point);
                    }
                });
        return read.toString().strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static List<EnvironmentFacts> those(List<EnvironmentFacts> all, Predicate<EnvironmentFacts> test) {
        return all.stream().filter(test).toList();
    }

    private MigrationException unknown(List<EnvironmentFacts> visible) {
        String seen = visible.isEmpty() ? "no environment at all is visible" : "visible are " + listed(visible);
        return new NoSuchEnvironmentException(
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
