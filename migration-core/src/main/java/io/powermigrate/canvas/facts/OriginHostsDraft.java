package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.canvas.reading.WireNames;
import io.powermigrate.internal.address.SiteAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects hosts and ids while the entries are read. */
final class OriginHostsDraft {

    private static final String APIM = ".azure-apim.net";
    private static final String PAGE = "custompage:";

    private final TreeSet<String> apimHosts = new TreeSet<>();
    private final TreeSet<String> pages = new TreeSet<>();
    private int blobs;
    private int callbacks;

    /** Looks for hosts in the current string of any kind; the text itself is not kept. */
    void mentions(JsonCursor json) {
        String text = json.secretText();
        for (int at = text.indexOf(APIM); at >= 0; at = text.indexOf(APIM, at + 1)) {
            int start = at;
            while (start > 0 && hostPart(text.charAt(start - 1))) {
                start--;
            }
            if (apimHosts.add(text.substring(start, at) + APIM)) {
                json.take(at - start);
            }
        }
        String callback = WireNames.CALLBACK;
        for (int at = text.indexOf(callback); at >= 0; at = text.indexOf(callback, at + 1)) {
            callbacks++;
        }
    }

    void rootPath(String address) {
        blobs += address.contains(".blob.core.windows.net") ? 1 : 0;
    }

    void namedValue(String value) {
        if (value.startsWith(PAGE)) {
            pages.add(value);
        }
    }

    OriginHosts bound(
            List<DataSource> sources, List<ConnectionReference> references, List<DatabaseReference> databases) {
        Stream<String> datasets = references.stream().flatMap(reference -> reference.datasets().keySet().stream());
        Stream<String> sites = Stream.concat(texts(sources, DataSource::dataset), datasets);
        Stream<String> apis =
                Stream.concat(texts(sources, DataSource::apiId), texts(references, ConnectionReference::apiId));
        return new OriginHosts(
                sites(sites),
                sorted(texts(databases, DatabaseReference::instanceUrl)
                        .filter(url -> !url.isEmpty())
                        .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)),
                List.copyOf(apimHosts),
                sorted(apis.filter(Connectors::custom).map(Connectors::name)),
                List.copyOf(pages),
                blobs,
                callbacks);
    }

    /** A site that stands there in several spellings is told once, in the shortest. */
    private static List<String> sites(Stream<String> datasets) {
        Map<String, String> sites = new HashMap<>();
        sorted(datasets.filter(Datasets::isSite)).forEach(site -> sites.putIfAbsent(SiteAddress.canonical(site), site));
        return sorted(sites.values().stream());
    }

    private static boolean hostPart(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }

    @SuppressWarnings("NullAway") // the filter takes the nulls out
    private static <T> Stream<String> texts(List<T> from, Function<T, @Nullable String> text) {
        return from.stream().map(text).filter(Objects::nonNull);
    }

    private static List<String> sorted(Stream<String> texts) {
        return texts.distinct().sorted().toList();
    }
}
