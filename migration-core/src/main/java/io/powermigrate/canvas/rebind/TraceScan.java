package io.powermigrate.canvas.rebind;

import io.powermigrate.canvas.facts.CanvasFacts;
import io.powermigrate.canvas.facts.Connectors;
import io.powermigrate.canvas.reading.EntryKind;
import io.powermigrate.canvas.reading.Limit;
import io.powermigrate.canvas.reading.Reading;
import io.powermigrate.internal.zip.Archive;
import io.powermigrate.internal.zip.ArchiveEntry;
import io.powermigrate.internal.zip.EntryStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what names the source in parts of a document that facts do not hold: addresses of code components, environments and hosts of
 * SharePoint in copied metadata, people (wire/msapp.md, section 3, rows 10, 23, 32 and 33). Reads bytes, piece by piece; keeps names of hosts
 * and ids only. For one thread.
 */
final class TraceScan {

    private static final int PIECE = 64 << 10;

    /** No match is longer, so one that lies across two pieces is in the second as a whole. */
    private static final int OVERLAP = 512;

    /** Bytes before and behind a word that are looked at. */
    private static final int AROUND = 100;

    private static final Pattern ENVIRONMENT =
            Pattern.compile("environments/(?:items/)?([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})");
    private static final Pattern HOST =
            Pattern.compile("(?<![A-Za-z0-9-])(?:(?<=%)(?:25)*+2[Ff]|(?<=\\\\)u00[0-9A-Fa-f]{2})?+"
                    + "([A-Za-z0-9-]{1,63}+\\.sharepoint\\.(?:com|us|cn|de))(?![A-Za-z0-9.-])");
    private static final Pattern MAIL =
            Pattern.compile("(?<![A-Za-z0-9_%+-]|[A-Za-z0-9_%+-]\\.)\\b[A-Za-z0-9._%+-]{1,64}+"
                    + "@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+)++");

    private final Reading reading;
    private final Archive archive;
    private final Set<String> hosts = new TreeSet<>();
    private final Set<String> environments = new TreeSet<>();
    private final Set<Long> resources = new LinkedHashSet<>();
    private final Set<String> people = new LinkedHashSet<>();

    TraceScan(Reading reading, Archive archive) {
        this.reading = reading.again();
        this.archive = archive;
    }

    List<OriginValue> read(CanvasFacts facts) throws IOException {
        for (ArchiveEntry entry : archive.entries()) {
            if (EntryKind.isControl(entry.key())) {
                pieces(entry, this::control);
            } else {
                switch (entry.key().folded()) {
                    case "references/datasources.json", "entities.json" -> pieces(entry, this::metadata);
                    case "properties.json", "appcheckerresult.sarif" -> pieces(entry, this::people);
                    default -> {}
                }
            }
        }
        facts.bound()
                .sharePointSites()
                .forEach(site -> hosts.remove(Connectors.host(site).toLowerCase(Locale.ROOT)));
        List<OriginValue> found = new ArrayList<>();
        hosts.forEach(host -> found.add(new OriginValue(OriginReference.LIST_METADATA, "", "https://" + host)));
        environments.forEach(id -> found.add(new OriginValue(OriginReference.ENVIRONMENT_ID, "", id)));
        count(OriginReference.CONTROL_RESOURCE, resources.size(), found);
        count(OriginReference.PERSON, people.size(), found);
        return found;
    }

    private static void count(OriginReference tie, int count, List<OriginValue> found) {
        if (count > 0) {
            found.add(new OriginValue(tie, "", "(" + count + ")"));
        }
    }

    private void control(String text, long at) {
        for (int i = text.indexOf("appdynamicresources"); i >= 0; i = text.indexOf("appdynamicresources", i + 1)) {
            resources.add(at + i);
        }
    }

    private void metadata(String text, long at) {
        collect(".sharepoint.", HOST, text, hosts);
        collect("environments/", ENVIRONMENT, text, environments);
    }

    private void people(String text, long at) {
        collect("@", MAIL, text, people);
    }

    /** A word is found faster than a pattern. */
    private void collect(String word, Pattern pattern, String text, Set<String> into) {
        for (int at = text.indexOf(word);
                at >= 0 && into.size() <= reading.limit(Limit.PLACES);
                at = text.indexOf(word, at + 1)) {
            Matcher found =
                    pattern.matcher(text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND)));
            while (found.find()) {
                into.add(found.group(found.groupCount()).toLowerCase(Locale.ROOT));
            }
        }
    }

    private void pieces(ArchiveEntry entry, BiConsumer<String, Long> each) throws IOException {
        byte[] piece = new byte[OVERLAP + PIECE];
        int kept = 0;
        long at = 0;
        try (EntryStream bytes = archive.again(entry)) {
            for (int count = bytes.read(piece, kept, PIECE); count >= 0; count = bytes.read(piece, kept, PIECE)) {
                int length = kept + count;
                each.accept(new String(piece, 0, length, StandardCharsets.ISO_8859_1), at);
                int tail = Math.min(OVERLAP, length);
                System.arraycopy(piece, length - tail, piece, 0, tail);
                at += length - tail;
                kept = tail;
            }
        }
        requireWithin(entry, hosts, "hosts of SharePoint");
        requireWithin(entry, environments, "ids of environments");
        requireWithin(entry, people, "mail addresses");
    }

    private void requireWithin(ArchiveEntry entry, Set<String> found, String what) {
        if (found.size() > reading.limit(Limit.PLACES)) {
            throw reading.entryBeyond(entry.name(), "holds more " + what + " than that", Limit.PLACES);
        }
    }
}
