package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.facts.Manifest;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Version;
import io.powermigrate.cds.solution.schema.Column;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Versions, managed or not, publisher, server: what the manifest says, held against what is installed. */
final class ManifestIssues {

    private final SolutionFacts facts;
    private final Manifest manifest;
    private final Destination destination;
    private final ImportMode mode;
    private final List<ImportIssue> issues = new ArrayList<>();

    ManifestIssues(SolutionFacts facts, Destination destination, ImportMode mode) {
        this.facts = facts;
        this.manifest = facts.manifest();
        this.destination = destination;
        this.mode = mode;
    }

    List<ImportIssue> all() {
        server();
        managed();
        prefixes();
        Optional<InstalledSolution> installed = destination.solution(manifest.uniqueName());
        if (installed.isPresent()) {
            installed(installed.get());
        } else if (mode == ImportMode.UPGRADE && destination.solutions() != null) {
            issues.add(ImportIssue.info(
                    manifest.uniqueName(),
                    "it is a first install, because the destination does not hold the solution, so there is nothing to"
                            + " upgrade",
                    "Import it plainly"));
        }
        destination
                .solution(manifest.uniqueName() + "_Upgrade")
                .ifPresent(left -> issues.add(ImportIssue.error(
                        manifest.uniqueName(),
                        "the destination holds '" + left.uniqueName() + "', which an earlier upgrade left behind",
                        "Apply that upgrade, or delete that solution",
                        "0x80048539")));
        return issues;
    }

    private void server() {
        String made = facts.server().version();
        String there = destination.serverVersion();
        if (made != null && there != null && version(made).compareTo(version(there)) > 0) {
            issues.add(ImportIssue.error(
                    manifest.uniqueName(),
                    "the package was made on server " + made + ", and the destination is the older " + there,
                    "Wait until the destination is updated, or export for its version",
                    "0x80048068"));
        }
    }

    private void managed() {
        if (facts.isRelabelled()) {
            issues.add(ImportIssue.error(
                    manifest.uniqueName(),
                    "the package says unmanaged and holds the differences of a managed one, so somebody changed the flag",
                    "Export the unmanaged solution from the source",
                    null));
        }
        if (manifest.managed() == (mode == ImportMode.UNMANAGED)) {
            String is = manifest.managed() ? "managed" : "unmanaged";
            issues.add(ImportIssue.error(
                    manifest.uniqueName(),
                    "the package is " + is + " and was to be imported by the mode " + mode,
                    "Choose a mode for " + is + " packages",
                    null));
        }
        if (!manifest.managed() && destination.gates().unmanagedLocked()) {
            issues.add(ImportIssue.error(
                    manifest.uniqueName(),
                    "the destination blocks unmanaged customisations",
                    "Import the managed package, or have an administrator lift the block",
                    null));
        }
    }

    private void installed(InstalledSolution installed) {
        if (installed.managed() != manifest.managed()) {
            issues.add(ImportIssue.error(
                    manifest.uniqueName(),
                    "the destination holds the solution " + (installed.managed() ? "managed" : "unmanaged")
                            + ", and the package is not",
                    installed.managed()
                            ? "Import the managed package"
                            : "Import the unmanaged package, or delete the unmanaged solution first",
                    manifest.managed() ? "0x80048040" : "0x80048041"));
            return;
        }
        if (manifest.managed()
                && !installed.publisher().isEmpty()
                && !installed.publisher().equalsIgnoreCase(manifest.publisher().uniqueName())) {
            issues.add(ImportIssue.error(
                    manifest.uniqueName(),
                    "the destination holds the solution of the publisher '" + installed.publisher()
                            + "', and the package is of '"
                            + manifest.publisher().uniqueName() + "'",
                    "Give the package of that publisher",
                    "0x8004801C"));
        }
        version(installed);
    }

    private void version(InstalledSolution installed) {
        int order = version(manifest.version()).compareTo(version(installed.version()));
        String versions = "the package has version " + manifest.version() + ", the destination " + installed.version();
        if (order < 0) {
            issues.add(ImportIssue.error(
                            manifest.uniqueName(),
                            versions + ", which is higher",
                            "Give a package of a higher version, or accept the downgrade with a reason",
                            null)
                    .unsure());
        } else if (order == 0) {
            issues.add(
                    mode == ImportMode.UPGRADE
                            ? ImportIssue.error(
                                    manifest.uniqueName(),
                                    versions + ", and an upgrade needs a higher one",
                                    "Give the package a higher version",
                                    null)
                            : ImportIssue.info(
                                    manifest.uniqueName(),
                                    versions + ", so it is not imported again; connections and values still are bound",
                                    "Give the package a higher version if it differs"));
        }
    }

    /** Names that somebody chose begin with the prefix of a publisher; of which one cannot be told where several work together. */
    private void prefixes() {
        unprefixed(facts.schema())
                .distinct()
                .forEach(name -> issues.add(ImportIssue.error(
                        name,
                        "the name has no prefix of a publisher, such as '"
                                + manifest.publisher().prefix() + "_'",
                        "Make it again in the source with a prefix",
                        "0x80048062")));
    }

    private static Stream<String> unprefixed(Schema schema) {
        return schema.tables().stream().flatMap(table -> table.columns().stream()
                .filter(column ->
                        isCustom(table, column) && !column.logicalName().contains("_"))
                .map(column -> table.logicalName() + "." + column.logicalName()));
    }

    /** The service adds columns of its own to business process flows, and calls them custom. */
    private static boolean isCustom(Table table, Column column) {
        return column.traits().custom()
                && column.schemaName().toLowerCase(Locale.ROOT).equals(column.logicalName());
    }

    private static Version version(String text) {
        return Version.of(text);
    }
}
