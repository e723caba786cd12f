package io.powermigrate.testkit.solution;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip: where the list of types lies in it depends on the server (docs/wire/dataverse.md, section 6.1). */
final class SolutionZip {
    private static final LocalDateTime SAVED = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final int TYPES_LAST_FROM = 25081;

    private final Contents contents;

    SolutionZip(Contents contents) {
        this.contents = contents;
    }

    void write(OutputStream out) throws IOException {
        // Latin-1 names: the service sets no flag for UTF-8.
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
            ZipEntry head = new ZipEntry(entry.getKey());
            head.setTimeLocal(SAVED);
            zip.putNextEntry(head);
            zip.write(entry.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    private Map<String, byte[]> entries() {
        Map<String, byte[]> parts = contents.parts();
        byte[] types = types(parts.keySet());
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("customizations.xml", new CustomizationsXml(contents).bytes());
        if (!typesLast()) {
            all.put("[Content_Types].xml", types);
        }
        all.put("solution.xml", new ManifestXml(contents).bytes());
        all.putAll(parts);
        all.putIfAbsent("[Content_Types].xml", types);
        return all;
    }

    private boolean typesLast() {
        String[] version = contents.server.split("\\.", -1);
        return version.length > 2 && Integer.parseInt(version[2]) >= TYPES_LAST_FROM;
    }

    private static byte[] types(Set<String> paths) {
        Set<String> extensions = new TreeSet<>(Set.of("xml"));
        StringBuilder overrides = new StringBuilder();
        for (String path : paths) {
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (file.indexOf('.') >= 0) {
                extensions.add(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
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
