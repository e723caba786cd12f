package io.powermigrate.testkit.fake.internal.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All routes of the fake; finds the one for a request, or names the nearest. Immutable. */
public final class RouteTable {
    private final List<Route> routes;

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A route with the values of its variables. */
    public record Found(Route route, Map<String, String> variables) {}

    public Optional<Found> find(Service service, String method, List<String> path) {
        return routes.stream()
                .filter(route -> route.service() == service && route.method().equals(method))
                .flatMap(route -> route.match(path).map(variables -> new Found(route, variables)).stream())
                .findFirst();
    }

    /** The route whose words come nearest, for the message about a request that has none. */
    public String nearest(Service service, String method, List<String> path) {
        return routes.stream()
                .min(Comparator.comparingInt(route -> distance(route, service, method, path)))
                .map(Route::describe)
                .orElse("none");
    }

    private static int distance(Route route, Service service, String method, List<String> path) {
        List<String> parts = Route.segments(route.template());
        int differing = Math.abs(parts.size() - path.size()) * 2;
        for (int i = 0; i < Math.min(parts.size(), path.size()); i++) {
            differing += distance(parts.get(i), path.get(i).toLowerCase(Locale.ROOT));
        }
        return differing
                + (route.service() == service ? 0 : 10)
                + (route.method().equals(method) ? 0 : 1);
    }

    /** Words with the same beginning are nearer to each other. */
    private static int distance(String part, String asked) {
        String word = part.toLowerCase(Locale.ROOT);
        if (part.startsWith("{") || word.equals(asked)) {
            return 0;
        }
        int same = 0;
        while (same < Math.min(word.length(), asked.length()) && word.charAt(same) == asked.charAt(same)) {
            same++;
        }
        return Math.max(1, 6 - same);
    }
}
