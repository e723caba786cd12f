package io.powermigrate.testkit.fake.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.net.URIAuthority;

/** Makes a call of a request that came over HTTP: which service it is for, by host name or by prefix. */
final class ReceivedCall {
    /** What follows the tenant in the paths of an authority. */
    private static final Set<String> OF_AUTHORITY = Set.of("oauth2", "v2.0", "discovery", "userrealm");

    private final Origin origin;
    private final String rawPath;

    private ReceivedCall(Origin origin, String rawPath) {
        this.origin = isBareLogin(origin, rawPath) ? origin.withBareLogin() : origin;
        this.rawPath = rawPath;
    }

    /** Clients that know an authority by its address alone put the tenant first, as on the public host. */
    private static boolean isBareLogin(Origin origin, String rawPath) {
        List<String> segments = Route.segments(rawPath);
        return origin.publicHost().isEmpty()
                && segments.size() > 2
                && Service.all().stream().noneMatch(each -> each.prefix().equalsIgnoreCase(segments.get(0)))
                && OF_AUTHORITY.contains(segments.get(1).toLowerCase(Locale.ROOT));
    }

    /** The call, or nothing where the fake plays no such service. */
    static Optional<Call> of(String scheme, ClassicHttpRequest request) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : request.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        String target = request.getPath() == null ? "/" : request.getPath();
        int question = target.indexOf('?');
        Origin origin = origin(scheme, request.getAuthority(), headers);
        ReceivedCall received = new ReceivedCall(origin, question < 0 ? target : target.substring(0, question));
        String rawQuery = question < 0 ? "" : target.substring(question + 1);
        byte[] body = bytes(request.getEntity());
        return received.service()
                .map(service -> new Call(
                        service,
                        request.getMethod(),
                        received.path(service),
                        received.ownPath(),
                        rawQuery,
                        headers,
                        body,
                        received.origin,
                        Map.of(),
                        Caller.NOBODY));
    }

    private static Origin origin(String scheme, URIAuthority authority, Map<String, String> headers) {
        String host = headers.getOrDefault(
                "x-forwarded-host", authority == null ? headers.getOrDefault("host", "") : authority.toString());
        return Origin.of(headers.getOrDefault("x-forwarded-proto", scheme), host);
    }

    private static byte[] bytes(HttpEntity entity) throws IOException {
        byte[] bytes = entity == null ? null : EntityUtils.toByteArray(entity);
        return bytes == null ? new byte[0] : bytes;
    }

    private Optional<Service> service() {
        if (origin.bareLogin()) {
            return Optional.of(Service.LOGIN);
        }
        List<String> segments = Route.segments(rawPath);
        return Service.all().stream()
                .filter(each -> origin.publicHost()
                        .map(each::servesHost)
                        .orElse(!segments.isEmpty() && segments.get(0).equalsIgnoreCase(each.prefix())))
                .findFirst();
    }

    /** The decoded segments; a plus in a path is a plus. The host of one environment or organisation becomes the first segment. */
    private List<String> path(Service service) {
        List<String> path = new ArrayList<>();
        Route.segments(rawPath).forEach(segment -> path.add(Call.decode(segment.replace("+", "%2B"))));
        if (origin.publicHost().isEmpty() && !origin.bareLogin()) {
            path.remove(0);
        } else if (service.hasSubHosts()) {
            path.add(0, service.subHost(origin.publicHost().get()));
        }
        return List.copyOf(path);
    }

    private String ownPath() {
        int prefixEnd = rawPath.indexOf('/', 1);
        return origin.publicHost().isPresent() || origin.bareLogin()
                ? rawPath
                : prefixEnd < 0 ? "" : rawPath.substring(prefixEnd);
    }
}
