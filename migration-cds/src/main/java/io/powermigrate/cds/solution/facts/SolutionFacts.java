package io.powermigrate.cds.solution.facts;

import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import java.util.List;

/**
 * All that a migration has to know of a package: plain values, which Jackson can write and read back. No secret is among them.
 * Immutable; does not need the package any longer.
 *
 * @param server who wrote it
 * @param manifest what it says it is
 * @param schema tables, choices, roles and profiles
 * @param content everything else that it holds
 * @param xml how solution.xml, customizations.xml and [Content_Types].xml are spelled
 * @param files all files, in the order of the package
 */
public record SolutionFacts(
        ServerFacts server,
        Manifest manifest,
        Schema schema,
        PackageContent content,
        List<XmlFileFacts> xml,
        List<PackageFile> files) {

    /** Copies what it is given. */
    public SolutionFacts {
        xml = List.copyOf(xml);
        files = List.copyOf(files);
    }

    /** Whether it says unmanaged and holds what only managed packages hold: somebody changed the flag. */
    public boolean isRelabelled() {
        return !manifest.managed() && content.differences();
    }

    /** What is left when the package is written without the values of its variables. */
    public SolutionFacts withoutVariableValues() {
        return new SolutionFacts(
                server,
                manifest,
                schema,
                content.withVariables(content.variables().stream()
                        .map(EnvironmentVariable::withoutValue)
                        .toList()),
                xml,
                files);
    }

    /** The name, version and kind, and how much it holds. */
    @Override
    public String toString() {
        return Shown.value("SolutionFacts[" + manifest.uniqueName() + " " + manifest.version()
                + (manifest.managed() ? ", managed, " : ", unmanaged, ") + Counted.of(files.size(), "file") + "]");
    }
}
