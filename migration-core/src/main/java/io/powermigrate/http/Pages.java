package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A paged list, one request a page and each only when it is wanted. The link to the next page is followed as it was
 * written; it may lead to another service of the cloud (wire/power-platform.md, section 0.3). For one thread.
 */
final class Pages extends Spliterators.AbstractSpliterator<Document> {

    private static final String[] LINKS = {"nextLink", "@odata.nextLink", "odata.nextLink"};

    private final Transport transport;
    private final Set<URI> seen = new HashSet<>();
    private @Nullable Call next;

    private Pages(Transport transport, Call first) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.transport = transport;
        this.next = first;
        seen.add(first.uri());
    }

    static Stream<Document> of(Transport transport, Call first) {
        Pages pages = new Pages(transport, first);
        return StreamSupport.stream(pages, false).onClose(() -> pages.next = null);
    }

    /** The elements of a page: those of {@code value}, or of a bare list. */
    static List<Document> items(Document page) {
        return page.isObject() ? page.at("value").items() : page.items();
    }

    @Override
    public boolean tryAdvance(Consumer<? super Document> action) {
        Call call = next;
        if (call == null) {
            return false;
        }
        Document page = transport.send(call).json();
        next = link(page).map(link -> following(call, link)).orElse(null);
        action.accept(page);
        return true;
    }

    private static Optional<String> link(Document page) {
        return Stream.of(LINKS)
                .flatMap(name -> page.text(name).stream())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private Call following(Call call, String link) {
        URI uri = call.uri().resolve(UriText.parse(link));
        transport.table().require(uri, "The page after " + call);
        if (!seen.add(uri)) {
            throw new MigrationException(
                    "The list " + call + " was not read to its end because page " + (seen.size() + 1)
                            + " is one that was read before: the pages go round in a circle",
                    "Read the list again; report it to the service if it happens again");
        }
        return call.withUri(uri);
    }
}
