package io.powermigrate.engine;

import io.powermigrate.Migration;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.InventoryBuilder;
import io.powermigrate.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program for a JVM with a small heap: reads what is large and writes it again. */
final class SmallHeap {

    private SmallHeap() {}

    /** Runs in a JVM of its own with that heap; returns what it said. */
    static String run(String heap, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@code snapshot|plan folder}: what {@code first.json} in it holds. */
    public static void main(String... arguments) throws IOException {
        Path first = Path.of(arguments[1], "first.json");
        Path second = Path.of(arguments[1], "second.json");
        if (arguments[0].equals("snapshot")) {
            Inventory.read(first, Thing.ALL).writeTo(second);
            throughAStream(second);
        } else {
            Plan.read(first).writeTo(second);
        }
        System.out.println(Files.mismatch(first, second) == -1 ? "equal" : "different");
    }

    private static void throughAStream(Path file) throws IOException {
        Inventory inventory;
        try (InputStream in = Files.newInputStream(file)) {
            inventory = Inventory.read(in, Thing.ALL);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            inventory.writeTo(out);
        }
    }

    static Plan plan(int count) {
        return Migration.from(filled("source", count))
                .to(filled("destination", count / 2))
                .install(new World())
                .maxChanges(count)
                .build()
                .plan();
    }

    /** Things with some facts; every tenth is a link that the others need. */
    static Inventory filled(String id, int count) {
        InventoryBuilder builder = Inventory.of(id, id, Document.empty());
        List<Thing> apps = new ArrayList<>();
        List<Thing> links = new ArrayList<>();
        Thing link = Thing.link("l", "Link");
        for (int i = 0; i < count; i++) {
            if (i % 10 == 0) {
                link = Thing.link("l" + i, "Link " + i);
                links.add(link);
            } else {
                Thing app = Thing.app("a" + i, "App " + i).needs(link);
                apps.add(new Thing(app.item().withContent(facts(i))));
            }
        }
        return builder.add(Thing.APP, apps).add(Thing.LINK, links).build();
    }

    private static Document facts(int i) {
        List<Object> sources = new ArrayList<>();
        for (int source = 0; source < 5; source++) {
            sources.add(Map.of("name", "Source " + source + " of " + i, "type", "ConnectedDataSource", "rows", source));
        }
        return Document.of(Map.of("text", "Text of " + i, "sources", sources, "modified", "2026-11-28T14:56:29Z"));
    }
}
