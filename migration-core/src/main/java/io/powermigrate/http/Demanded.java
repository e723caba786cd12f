package io.powermigrate.http;

import io.powermigrate.model.Document;
import java.util.Arrays;
import java.util.Optional;

/** The members without which nothing may be concluded from an object. */
final class Demanded {

    private Demanded() {}

    /** The first demanded member that is not there, or is null or blank; see {@link Reply#object}. */
    static Optional<String> firstLacking(Document object, String... members) {
        return Arrays.stream(members)
                .filter(member -> Arrays.stream(member.split("\\|")).noneMatch(path -> holds(object, path)))
                .findFirst();
    }

    private static boolean holds(Document object, String path) {
        Document member = object.at(path.split("/"));
        return !member.isMissing() && member.text().map(text -> !text.isBlank()).orElse(true);
    }
}
