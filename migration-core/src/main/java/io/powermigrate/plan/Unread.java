package io.powermigrate.plan;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import java.util.Optional;

/** Marks in the content of resources that were not read in full, so that a snapshot knows of them too. */
public final class Unread {

    private static final String MENTIONED = "mentionedOnly";
    private static final String UNREADABLE = "unreadable";

    private Unread() {}

    /** A resource that no list shows, only a reference. */
    public static Item mentioned(Item item) {
        return item.withContent(content(item).with(MENTIONED, true));
    }

    /** A resource that could not be fetched. */
    public static Item unreadable(Item item, String problem, String remedy) {
        Document why = Document.empty().with("problem", problem).with("remedy", remedy);
        return item.withContent(content(item).with(UNREADABLE, why));
    }

    /** Whether no list shows it, only a reference. */
    public static boolean isMentioned(Resource resource) {
        return resource.content().flag(MENTIONED);
    }

    /** What to say of a resource of the source, if it or its counterpart could not be fetched. */
    static Optional<Finding> finding(ResourceKey key, Resource read, String which) {
        Document why = read.content().at(UNREADABLE);
        return why.text("problem")
                .map(problem -> EngineFindings.unreadable(
                        key, which + problem, why.text("remedy").orElse("")));
    }

    private static Document content(Item item) {
        return item.content().isObject() ? item.content() : Document.empty();
    }
}
