package io.powermigrate.model;

import io.powermigrate.internal.text.Shown;
import java.util.Optional;

/**
 * How much of a resource was read, as a mark in its content, so that a snapshot knows it too: fetched (no mark), only
 * listed, only named by another resource, or tried in vain.
 */
public final class Depth {

    private static final String LISTED = "listedOnly";
    private static final String MENTIONED = "mentionedOnly";
    private static final String UNREADABLE = "unreadable";

    private Depth() {}

    /** Why a resource could not be fetched, and what to do. */
    public record Unreadable(String problem, String remedy) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** A resource as its list shows it, of a type that has details. */
    public static Item listed(Item item) {
        return item.withContent(content(item).with(LISTED, true));
    }

    /** A resource that no list shows, only a reference. */
    public static Item mentioned(Item item) {
        return item.withContent(content(item).with(MENTIONED, true));
    }

    /** A resource that could not be fetched. */
    public static Item unreadable(Item item, String problem, String remedy) {
        Document why = Document.empty().with("problem", problem).with("remedy", remedy);
        return fetched(item).withContent(content(fetched(item)).with(UNREADABLE, why));
    }

    /** A resource that was fetched, whatever it was before. */
    public static Item fetched(Item item) {
        return item.content().flag(LISTED) ? item.withContent(item.content().without(LISTED)) : item;
    }

    /** Whether only its list was read. */
    public static boolean isListed(Resource resource) {
        return resource.content().flag(LISTED);
    }

    /** Whether no list shows it, only a reference. */
    public static boolean isMentioned(Resource resource) {
        return resource.content().flag(MENTIONED);
    }

    /** Why it could not be fetched; empty where it was, or where nobody tried. */
    public static Optional<Unreadable> unreadable(Resource resource) {
        Document why = resource.content().at(UNREADABLE);
        return why.text("problem")
                .map(problem -> new Unreadable(problem, why.text("remedy").orElse("")));
    }

    static NotFetchedException notKnown(Resource resource, String what) {
        String problem = what + " of " + resource.key() + " cannot be told because ";
        if (isListed(resource)) {
            return new NotFetchedException(
                    problem + "only its list was read",
                    "Read it in full with Migration.from(source).inventory(workspace, plugins) or Migration.read()");
        }
        if (isMentioned(resource)) {
            return new NotFetchedException(
                    problem + "no list shows it, another resource only names it",
                    "Sign in as somebody who may see it, then read again");
        }
        return unreadable(resource)
                .map(why ->
                        new NotFetchedException(problem + "it could not be fetched: " + why.problem(), why.remedy()))
                .orElseGet(() -> new NotFetchedException(
                        problem + "the service did not tell", "Sign in as somebody who may open it, then read again"));
    }

    private static Document content(Item item) {
        return item.content().isObject() ? item.content() : Document.empty();
    }
}
