package io.powermigrate.cds.solution;

import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.input.Refusals;
import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.cds.solution.input.XmlCopy;
import io.powermigrate.cds.solution.input.XmlLimits;
import io.powermigrate.cds.solution.writing.FileEdit;
import io.powermigrate.cds.solution.writing.PackageEdits;
import io.powermigrate.internal.text.Shown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different in a package that is written again. Immutable, so each method gives a copy. Whether a package is managed
 * cannot be changed: managed packages hold differences where unmanaged ones hold the whole (wire/dataverse.md, section 6.9).
 */
public final class PackageChange {

    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+){1,3}");
    private static final PackageChange NONE = new PackageChange(null, false, Map.of());
    private static final List<String> VERSION_PATH = List.of("ImportExportXml", "SolutionManifest", "Version");
    private static final String MANIFEST = "solution.xml";

    private final @Nullable String version;
    private final boolean withoutValues;
    private final Map<String, FileContent> replaced;

    private PackageChange(@Nullable String version, boolean withoutValues, Map<String, FileContent> replaced) {
        this.version = version;
        this.withoutValues = withoutValues;
        this.replaced = replaced;
    }

    /** Nothing is different. */
    public static PackageChange none() {
        return NONE;
    }

    /**
     * The solution has another version.
     *
     * @param version two to four numbers with points
     */
    public PackageChange withVersion(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(Shown.message(
                    "The version '" + version + "' is not two to four numbers with points; give one such as 1.0.0.1."));
        }
        return new PackageChange(version, withoutValues, replaced);
    }

    /** The values of environment variables go; their definitions and defaults stay. */
    public PackageChange withoutVariableValues() {
        return new PackageChange(version, true, replaced);
    }

    /**
     * A file has other bytes, such as the document of a canvas app that was bound to another environment.
     *
     * @param path of a file of the package, in any case, with or without a slash in front
     */
    public PackageChange withFile(String path, FileContent content) {
        Map<String, FileContent> more = new HashMap<>(replaced);
        more.put((path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT), content);
        return new PackageChange(version, withoutValues, Map.copyOf(more));
    }

    @Override
    public String toString() {
        return Shown.message("PackageChange[version=" + version + ", withoutVariableValues=" + withoutValues
                + ", files=" + replaced.keySet() + "]");
    }

    /** What becomes of the files of a package. */
    PackageEdits edits(Refusals refusals, SolutionFacts facts) {
        Map<String, FileEdit> changed = new HashMap<>();
        replaced.forEach((path, content) -> changed.put(path, (before, after) -> content.writeTo(after)));
        if (version != null && !version.equals(facts.manifest().version())) {
            changed.put(MANIFEST, version(refusals, version));
        }
        Set<String> removed = new HashSet<>();
        if (withoutValues) {
            facts.content().variables().stream()
                    .map(EnvironmentVariable::valueFile)
                    .filter(file -> file != null)
                    .forEach(file -> removed.add(file.toLowerCase(Locale.ROOT)));
        }
        return new PackageEdits(changed, removed);
    }

    private static FileEdit version(Refusals refusals, String version) {
        XmlLimits limits = new XmlLimits(MANIFEST, new Taken(refusals));
        return (before, after) -> XmlCopy.copy(before, after, limits, VERSION_PATH, version);
    }
}
