package io.powermigrate.cds.solution.comparison;

import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.cds.solution.facts.PackageFile;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.VariableShape;
import io.powermigrate.cds.solution.facts.Version;
import io.powermigrate.cds.solution.facts.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Languages, files, variables and flows that do not fit the destination. */
final class ContentIssues {

    private static final String NEW_VARIABLES = "9.2.21030.0";

    private final SolutionFacts facts;
    private final Destination destination;
    private final List<ImportIssue> issues = new ArrayList<>();

    ContentIssues(SolutionFacts facts, Destination destination) {
        this.facts = facts;
        this.destination = destination;
    }

    List<ImportIssue> all() {
        languages();
        facts.files().forEach(this::file);
        facts.content().variables().forEach(this::variable);
        oldVariables();
        facts.content().workflows().stream().filter(Workflow::isCloudFlow).forEach(this::flow);
        return issues;
    }

    private void languages() {
        Set<String> enabled = destination.languages();
        if (enabled == null) {
            return;
        }
        String base = facts.server().language();
        if (base != null && !enabled.contains(base)) {
            issues.add(ImportIssue.error(
                            "language " + base,
                            "the package is written in the language " + base
                                    + ", which the destination has not enabled",
                            "Enable the language in the destination",
                            null)
                    .unsure());
        }
        Set<String> labels = new TreeSet<>(facts.content().labelLanguages());
        labels.removeAll(enabled);
        labels.remove(base == null ? "" : base);
        if (!labels.isEmpty()) {
            String codes = String.join(", ", labels);
            issues.add(ImportIssue.warn(
                    "languages " + codes,
                    "labels in the languages " + codes + " are left out, because the destination has not enabled them",
                    "Enable the languages in the destination, or do without"));
        }
    }

    /** The limit is for each file of web resources and controls, not for the package (wire/dataverse-facts.md). */
    private void file(PackageFile file) {
        boolean limited =
                file.folded().startsWith("webresources/") || file.folded().startsWith("controls/");
        long most = destination.gates().mostBytes();
        if (limited && most > 0 && file.bytes() > most) {
            issues.add(ImportIssue.error(
                    file.path(),
                    "the file has " + file.bytes() + " bytes, and the destination takes " + most,
                    "Raise the largest size of attachments in the e-mail settings of the destination",
                    null));
        }
        String ending = file.name().substring(file.name().lastIndexOf('.') + 1);
        if (file.folded().contains("/filecontent/")
                && destination.gates().blockedExtensions().contains(ending)) {
            issues.add(ImportIssue.error(
                    file.path(),
                    "the destination blocks files that end with '" + ending + "'",
                    "Take the ending off the list of blocked attachments of the destination",
                    "0x80043e09"));
        }
    }

    private void variable(EnvironmentVariable variable) {
        if (variable.hasValue()) {
            issues.add(ImportIssue.warn(
                    variable.schemaName(),
                    "the package brings a value of the source, which overwrites that of the destination at each import",
                    "Write the package without values of variables"));
        }
        if (variable.holdsSecret()) {
            issues.add(ImportIssue.warn(
                    variable.schemaName(),
                    "its default or value looks like a secret, such as a signed address",
                    "Take it out in the source, and set the value in the destination"));
        }
        if (variable.required() && !variable.hasDefault() && !variable.hasValue()) {
            issues.add(ImportIssue.warn(
                    variable.schemaName(), "it needs a value and brings none", "Give its value in the destination"));
        }
    }

    /** Servers have kept variables in files of their own since then (wire/dataverse.md, section 6.8). */
    private void oldVariables() {
        String names = facts.content().variables().stream()
                .filter(variable -> variable.shape() == VariableShape.SECTION)
                .map(EnvironmentVariable::schemaName)
                .collect(Collectors.joining(", "));
        String server = destination.serverVersion();
        if (!names.isEmpty() && server != null && Version.of(server).compareTo(Version.of(NEW_VARIABLES)) >= 0) {
            issues.add(ImportIssue.warn(
                            names,
                            "the package describes variables as servers before " + NEW_VARIABLES
                                    + " did, and the destination is " + server + ", which may refuse them (0x80040203)",
                            "Export the package again from an environment of today")
                    .unsure());
        }
    }

    private void flow(Workflow flow) {
        long bare = flow.connections().stream()
                .filter(connection -> connection.reference() == null)
                .count();
        if (bare > 0) {
            issues.add(ImportIssue.warn(
                    flow.name(),
                    "the flow binds " + bare
                            + " connections without a connection reference, so a person has to bind them",
                    "Open the flow in the destination after the import, and choose its connections"));
        }
    }
}
