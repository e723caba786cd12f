package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The entries of a document, for tests. Names as stored; slashes become backslashes so that re-packed files compare. */
record Msapp(Map<String, byte[]> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Msapp of(byte[] bytes) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName().replace('/', '\\'), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Msapp(entries);
    }

    static Msapp of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String entry) {
        byte[] bytes = entries.get(entry);
        if (bytes == null) {
            throw new AssertionError("no entry " + entry + " in " + entries.keySet());
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json(String entry) {
        return parse(text(entry));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String structure() {
        return entries.containsKey("Header.json")
                ? json("Header.json").path("MSAppStructureVersion").asText("v1")
                : "v1";
    }
}
