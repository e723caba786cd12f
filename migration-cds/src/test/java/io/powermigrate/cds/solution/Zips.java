package io.powermigrate.cds.solution;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds small packages for tests, good and bad ones. */
public final class Zips {

    public static final String MANIFEST = """
            <ImportExportXml version="9.2.25063.198" SolutionPackageVersion="9.2" languagecode="1033">
              <SolutionManifest>
                <UniqueName>Orders</UniqueName>
                <Version>1.0.0.0</Version>
                <Managed>0</Managed>
                <Publisher><UniqueName>contoso</UniqueName><CustomizationPrefix>con</CustomizationPrefix></Publisher>
                <RootComponents />
                <MissingDependencies />
              </SolutionManifest>
            </ImportExportXml>""".replace("\n", "\r\n");

    public static final String NOTHING = "<ImportExportXml><Entities /></ImportExportXml>";

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, Content content) {}

    /** Writes the content of an entry. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    public static Zips of(String name, String text) {
        return new Zips().with(name, text);
    }

    /** A good package with these customizations. */
    public static Zips solution(String customizations) {
        return of("solution.xml", MANIFEST).with("customizations.xml", customizations);
    }

    /** A good package of tables and so on: what stands below the root of the customizations. */
    public static SolutionPackage read(String sections) {
        return solution("<ImportExportXml>" + sections + "</ImportExportXml>").open();
    }

    public Zips with(String name, String text) {
        return with(name, text, StandardCharsets.UTF_8);
    }

    public Zips with(String name, String text, Charset charset) {
        return with(name, target -> target.write(text.getBytes(charset)));
    }

    public Zips with(String name, Content content) {
        entries.add(new Entry(name, content));
        return this;
    }

    public SolutionPackage open() {
        return SolutionPackage.read("orders.zip", new ByteArrayInputStream(bytes()));
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            int number = 0;
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(placeholder(entry, number++)));
                entry.content().writeTo(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return renamed(bytes.toByteArray());
    }

    /** The JDK refuses to write a name twice, so names that occur again are written under another one of the same length first. */
    private String placeholder(Entry entry, int number) {
        boolean again = entries.subList(0, number).stream()
                .anyMatch(before -> before.name().equals(entry.name()));
        return again ? "#" + entry.name().substring(1) : entry.name();
    }

    private byte[] renamed(byte[] zip) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        for (Entry entry : entries) {
            text = text.replace("#" + entry.name().substring(1), entry.name());
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
