package io.powermigrate.canvas;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A document that is written piece by piece, because it may be larger than memory. Nothing is compressed, so no ratio is noticed. */
final class StreamedMsapp {

    private final Map<String, Content> entries = new LinkedHashMap<>();

    static StreamedMsapp small() {
        return new StreamedMsapp()
                .entry("Header.json", to -> to.text("{'DocVersion':'1.326','MinVersionToLoad':'1.326'}"))
                .entry("Properties.json", to -> to.text("{'Name':'Hostile.msapp'}"));
    }

    /** With a table that formulas call Orders, and 240 others with columns. */
    static StreamedMsapp withOrders() {
        return small().entry("References\\DataSources.json", to -> to.text(
                        "{'DataSources':[{'Name':'Orders','Type':'CollectionDataSourceInfo'},")
                .list(240, i -> "{'Name':'T" + i + "','OrderedColumnNames':['n" + i + "','id']}")
                .text("]}"));
    }

    StreamedMsapp entry(String name, Content content) {
        entries.put(name, content);
        return this;
    }

    StreamedMsapp entries(int count, int length) {
        for (int i = 0; i < count; i++) {
            entry("n".repeat(length - 8) + "%08d".formatted(i), to -> to.text("x"));
        }
        return this;
    }

    void writeTo(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, Content> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                Text text = new Text(new BufferedOutputStream(zip, 1 << 16));
                entry.getValue().write(text);
                text.target.flush();
            }
        }
    }

    /** Writes the content of an entry. */
    @FunctionalInterface
    interface Content {
        void write(Text to) throws IOException;
    }

    /** A text that grows; apostrophes stand for quotes. */
    static final class Text {
        private static final int MANY = 10_000;

        private final OutputStream target;

        private Text(OutputStream target) {
            this.target = target;
        }

        Text text(String text) throws IOException {
            target.write(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Text times(int count, String piece) throws IOException {
            String quoted = piece.replace('\'', '"');
            int many = Math.min(count, 1 + MANY / piece.length());
            byte[] pieces = quoted.repeat(many).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < count / many; i++) {
                target.write(pieces);
            }
            target.write(quoted.repeat(count % many).getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Text each(int count, IntFunction<String> piece) throws IOException {
            for (int i = 0; i < count; i++) {
                text(piece.apply(i));
            }
            return this;
        }

        /** As {@link #each}, with commas between. */
        Text list(int count, IntFunction<String> piece) throws IOException {
            for (int i = 0; i < count; i++) {
                text((i == 0 ? "" : ",") + piece.apply(i));
            }
            return this;
        }
    }
}
