package io.powermigrate.http;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.model.Document;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
 * written; it may lead to another service of the cloud (wire/power-platform.md, section 0.3). A page that is no list ends
 * it with an error, and so do pages that go round in a circle, bring nothing new, or pass the {@link ListLimits}. Keeps the
 * address of each page and a number for each element. For one thread.
 */
final class Pages extends Spliterators.AbstractSpliterator<List<Document>> {

    private static final String[] LINKS = {"nextLink", "@odata.nextLink", "odata.nextLink"};

    private final Transport transport;
    private final String[] members;
    private final String list;
    private final Instant begin;
    private final Set<URI> seen = new HashSet<>();
    private final Set<Integer> known = new HashSet<>();
    private int idle;
    private @Nullable Call next;

    private Pages(Transport transport, Call first, String... members) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.transport = transport;
        this.members = members;
        this.list = first.toString();
        this.begin = now();
        this.next = first;
        seen.add(first.uri());
    }

    /** The elements of each page; every element is an object that holds the members. */
    static Stream<List<Document>> of(Transport transport, Call first, String... members) {
        Pages pages = new Pages(transport, first, members);
        return StreamSupport.stream(pages, false).onClose(() -> pages.next = null);
    }

    @Override
    public boolean tryAdvance(Consumer<? super List<Document>> action) {
        Call call = next;
        if (call == null) {
            return false;
        }
        Reply page = transport.send(call);
        List<Document> items = items(call, page);
        next = link(page.json()).map(link -> following(call, link)).orElse(null);
        if (next != null) {
            progress(items);
        }
        action.accept(items);
        return true;
    }

    /** The elements of a page: those of {@code value}, or of a bare list. Anything else is no list, and not an empty one. */
    private List<Document> items(Call call, Reply page) {
        Document json = page.json();
        Document elements = json.isArray() ? json : json.at("value");
        if (!page.isJson() || !elements.isArray()) {
            throw ServiceException.unexpected(call, page, "a list");
        }
        List<Document> items = elements.items();
        for (Document item : items) {
            if (!item.isObject()) {
                throw ServiceException.unexpected(call, page, "a list of objects");
            }
            Reply.firstLacking(item, members).ifPresent(member -> {
                throw ServiceException.unexpected(call, page, "a list whose elements all have " + member);
            });
        }
        return items;
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
            throw unfinished(
                    "page " + (seen.size() + 1) + " is one that was read before: the pages go round in a circle");
        }
        return call.withUri(uri);
    }

    /** Every page but the last has to bring an element that was not seen before, or the list gets no longer. */
    private void progress(List<Document> items) {
        long before = known.size();
        items.forEach(item -> known.add(identity(item)));
        idle = known.size() > before ? 0 : idle + 1;
        ListLimits limits = transport.settings().lists();
        if (idle >= limits.idlePages()) {
            throw unfinished("the last " + Counted.of(idle, "page") + " brought nothing new");
        }
        if (seen.size() > limits.pages()) {
            throw unfinished("it has more than " + Counted.of(limits.pages(), "page"));
        }
        Duration taken = Duration.between(begin, now());
        if (taken.compareTo(limits.time()) > 0) {
            throw unfinished("it took " + taken.toSeconds() + " s for " + Counted.of(seen.size() - 1, "page") + ", and "
                    + limits.time().toSeconds() + " s is the limit");
        }
    }

    private static int identity(Document item) {
        return item.text("id").or(() -> item.text("name")).map(String::hashCode).orElseGet(item::hashCode);
    }

    private MigrationException unfinished(String why) {
        return new MigrationException(
                "The list " + list + " was not read to its end because " + why,
                "Read the list again, report it to the service if it happens again, or raise HttpSettings.lists if the"
                        + " list is really that long");
    }

    private Instant now() {
        return transport.settings().clock().instant();
    }
}
