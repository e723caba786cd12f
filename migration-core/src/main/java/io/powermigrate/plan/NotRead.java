package io.powermigrate.plan;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list that could not be read, in the source or in the destination: the plan says nothing about what it would have shown.
 *
 * @param environment the name of the environment
 * @param type the name of the {@link ResourceType}
 * @param reason why it was not read
 * @param remedy what to do so that it is read
 * @param allowed whether the caller said that it may stay unread
 */
public record NotRead(String environment, String type, String reason, String remedy, boolean allowed) {

    /** The lists of both environments. */
    public static List<NotRead> in(Inventory source, Inventory destination, Set<String> allowed) {
        List<NotRead> all = new ArrayList<>();
        for (Inventory side : List.of(source, destination)) {
            side.coverage().forEach((type, coverage) -> {
                if (!coverage.isReadable()) {
                    all.add(new NotRead(
                            side.name(), type, coverage.reason(), coverage.remedy(), allowed.contains(type)));
                }
            });
        }
        return all;
    }

    /** For the first line of a page; empty where everything was read. */
    public static String headline(List<NotRead> all) {
        String names = Stream.of(false, true)
                .flatMap(allowed -> all.stream().filter(each -> each.allowed() == allowed))
                .map(each -> each.name() + (each.allowed() ? " (allowed)" : ""))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", NOT READ: " + names;
    }

    /** The type and the environment. */
    public String name() {
        return Shown.message(type + " of " + environment);
    }

    /** What was not read, why, and what to do. */
    @Override
    public String toString() {
        return Shown.message(name() + ": " + reason + ". " + remedy);
    }
}
