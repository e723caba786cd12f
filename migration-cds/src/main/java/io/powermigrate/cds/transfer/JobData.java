package io.powermigrate.cds.transfer;

import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.webapi.DataverseError;
import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The document of an import job, of old and new servers (wire/dataverse.md, section 2.8; wire/dataverse-facts.md, A2 and B7). The verdict
 * is that of the root on new servers and that of the manifest on old ones; a component may fail below a root that succeeded.
 *
 * @param root whether the root says that the import succeeded; empty of old servers, which do not say
 * @param manifest whether the manifest succeeded; empty where it has no result
 * @param told why it failed, as root and manifest say it; empty where they say nothing
 * @param components those that failed or have a warning
 * @param whole whether it could be read to its end; what stands before a damaged place counts
 */
record JobData(
        Optional<Boolean> root,
        Optional<Boolean> manifest,
        List<DataverseError> told,
        List<ComponentResult> components,
        boolean whole) {

    private static final Set<String> GOOD = Set.of("true", "success", "warning");
    private static final Set<String> BAD = Set.of("false", "failure");
    private static final int MOST = 1000;

    JobData {
        told = List.copyOf(told);
        components = List.copyOf(components);
    }

    static JobData none() {
        return new JobData(Optional.empty(), Optional.empty(), List.of(), List.of(), true);
    }

    static JobData of(String xml) {
        if (xml.isBlank()) {
            return none();
        }
        Reading reading = new Reading();
        boolean whole = XmlAnswer.read(xml, "importjob.data", (cursor, name) -> reading.root(cursor));
        return new JobData(reading.root, reading.manifest, reading.told, reading.components, whole);
    }

    /** The verdict; empty where the document has none. */
    Optional<Boolean> succeeded() {
        return root.or(() -> manifest);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }

    /** Two readers of such documents spell it differently; both spellings count. */
    private static Optional<Boolean> verdict(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return GOOD.contains(plain) ? Optional.of(true) : BAD.contains(plain) ? Optional.of(false) : Optional.empty();
    }

    private static final class Reading {

        private final List<ComponentResult> components = new ArrayList<>();
        private final List<DataverseError> told = new ArrayList<>();
        private Optional<Boolean> root = Optional.empty();
        private Optional<Boolean> manifest = Optional.empty();

        void root(XmlCursor xml) {
            root = verdict(xml.attribute("succeeded").orElse(""));
            xml.attribute("status")
                    .filter(words -> !words.isBlank() && !root.orElse(false))
                    .ifPresent(words -> told.add(DataverseError.of("", words)));
            xml.children(section -> element(xml, section, ""));
        }

        /** An element with a result is a component; what stands deeper may be one too, and goes by its name. */
        private void element(XmlCursor xml, String kind, String owner) {
            Map<String, String> attributes = new LinkedHashMap<>();
            xml.attributes(attributes::put);
            String name = called(attributes, owner);
            xml.children(child -> {
                if (child.equals("result")) {
                    result(xml, kind, name);
                } else {
                    element(xml, child, name);
                }
            });
        }

        private void result(XmlCursor xml, String kind, String name) {
            String how = xml.attribute("result").orElse("");
            DataverseError error = DataverseError.of(
                    xml.attribute("errorcode").orElse(""),
                    xml.attribute("errortext").orElse(""));
            boolean failed = BAD.contains(how.toLowerCase(Locale.ROOT));
            if (kind.equals("solutionManifest")) {
                manifest = verdict(how);
                if (failed) {
                    told.add(error);
                }
            } else if (!how.equalsIgnoreCase("success") && components.size() < MOST) {
                components.add(new ComponentResult(kind, name, failed, error));
            }
        }

        private static String called(Map<String, String> attributes, String owner) {
            for (String attribute : List.of("LocalizedName", "Name", "name", "OriginalName", "id")) {
                String value = attributes.getOrDefault(attribute, "");
                if (!value.isBlank()) {
                    return value;
                }
            }
            return owner;
        }
    }
}
