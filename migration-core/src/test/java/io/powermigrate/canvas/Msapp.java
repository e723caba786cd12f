package io.powermigrate.canvas;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Builds a small document entry by entry; apostrophes in JSON stand for quotes. */
public final class Msapp {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public static Msapp small() {
        return new Msapp()
                .json(
                        "Header.json",
                        "{'DocVersion':'1.326','MinVersionToLoad':'1.326','MSAppStructureVersion':'2.0',"
                                + "'LastSavedDateTimeUTC':'01/02/2024 03:04:05'}")
                .json(
                        "Properties.json",
                        "{'Name':'Small.msapp','Id':'d-1','DocumentType':'App','ControlCount':{'label':1}}")
                .json("Controls\\1.json", control("Screen1", "'Screen 1'"));
    }

    public static Msapp of(InputStream archive) {
        Msapp copy = new Msapp();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                copy.entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return copy;
    }

    public static String control(String name, String formula) {
        return "{'TopParent':{'Type':'ControlInfo','Name':'" + name + "','Template':{'Name':'screen'},'Rules':["
                + "{'Property':'Text','InvariantScript':'" + formula.replace("'", "\\u0022") + "'}],'Children':[]}}";
    }

    public Msapp json(String name, String json) {
        return bytes(name, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public Msapp bytes(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    public Msapp without(String name) {
        entries.remove(name);
        return this;
    }

    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    public byte[] content(String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public CanvasDocument open() {
        return open(toBytes());
    }

    public static CanvasDocument open(byte[] bytes) {
        return open(bytes, Limits.defaults());
    }

    public static CanvasDocument open(byte[] bytes, Limits limits) {
        return CanvasDocument.read("small.msapp", new ByteArrayInputStream(bytes), limits);
    }
}
