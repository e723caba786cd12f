package io.powermigrate.testkit.fake.internal.solutions.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip of a solution package (wire/dataverse.md, section 6.1). */
public final class PackageZip {
    public static final String TYPES = "[Content_Types].xml";
    private static final LocalDateTime SAVED = LocalDateTime.of(2026, 1, 5, 8, 0);

    private PackageZip() {}

    public static Map<String, byte[]> read(byte[] bytes) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName().replace('\\', '/'), zip.readAllBytes());
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new ImportFailure(
                    ImportFailure.INVALID_FILE, "The solution file is invalid. The compressed file cannot be read.");
        }
        return entries;
    }

    public static byte[] write(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.ISO_8859_1)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry head = new ZipEntry(entry.getKey());
                head.setTimeLocal(SAVED);
                zip.putNextEntry(head);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException memory) {
            throw new UncheckedIOException("The fake did not write a package. Free memory.", memory);
        }
        return out.toByteArray();
    }

    public static byte[] types(Set<String> paths) {
        Set<String> extensions = new TreeSet<>(Set.of("xml"));
        StringBuilder overrides = new StringBuilder();
        for (String path : paths) {
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (file.indexOf('.') >= 0) {
                extensions.add(file.substring(file.lastIndexOf('.') + 1));
            } else {
                overrides.append("<Override PartName=\"/" + path + "\" ContentType=\"application/octet-stream\" />");
            }
        }
        StringBuilder text = new StringBuilder("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        extensions.forEach(extension ->
                text.append("<Default Extension=\"" + extension + "\" ContentType=\"application/octet-stream\" />"));
        return text.append(overrides).append("</Types>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
