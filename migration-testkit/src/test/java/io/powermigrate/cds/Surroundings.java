package io.powermigrate.cds;

import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.solution.facts.DependencyEnd;
import io.powermigrate.cds.solution.facts.MissingDependency;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.facts.Version;
import io.powermigrate.cds.solution.schema.ColumnType;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.solution.SolutionBuilder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a real package expects around it, as people would have installed it: solutions, tables, columns, a server. */
record Surroundings(SolutionFacts facts) {

    private static final Pattern PRIVILEGE =
            Pattern.compile("prv(?:AppendTo|Append|Assign|Create|Delete|Read|Share|Write)([a-z0-9]+_\\w+)");

    static Surroundings of(Path zip) {
        return new Surroundings(SolutionPackage.open(zip).facts());
    }

    void into(FakeDataverse destination) {
        destination.version("9.9.99999.99");
        facts.manifest().missingDependencies().forEach(missing -> component(missing.required(), destination));
        tablesOfRoles(destination);
        providers().forEach((name, version) -> {
            if (!destination.solutions().named(name).exists()) {
                destination.solution(SolutionBuilder.named(name)
                        .publisher("provider", "prov")
                        .version(version)
                        .managed()
                        .toZip());
            }
        });
    }

    /** Each with the highest version that is asked for. */
    private Map<String, String> providers() {
        Map<String, String> providers = new TreeMap<>();
        for (MissingDependency missing : facts.manifest().missingDependencies()) {
            if (missing.solution() != null) {
                providers.merge(
                        missing.solution(),
                        Objects.requireNonNullElse(missing.version(), "1.0.0.0").trim(),
                        (first, second) -> Version.of(first).compareTo(Version.of(second)) > 0 ? first : second);
            }
        }
        return providers;
    }

    private void component(DependencyEnd required, FakeDataverse destination) {
        String name = Objects.requireNonNullElse(required.schemaName(), "");
        String parent =
                Objects.requireNonNullElse(required.parentSchemaName(), "").toLowerCase(Locale.ROOT);
        if (required.type().equals("1") && name.contains("_")) {
            table(name, destination);
        } else if (required.type().equals("2") && destination.tables().contains(parent)) {
            column(parent, name, destination);
        }
    }

    private void column(String table, String name, FakeDataverse destination) {
        boolean lookup = facts.schema().tables().stream()
                .filter(each -> each.logicalName().equals(table))
                .flatMap(each -> each.column(name.toLowerCase(Locale.ROOT)).stream())
                .anyMatch(column -> column.type() == ColumnType.LOOKUP);
        if (lookup) {
            destination.lookup(table, name, "account");
        } else {
            destination.column(table, name, "String");
        }
    }

    private void tablesOfRoles(FakeDataverse destination) {
        TreeSet<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        facts.schema().tables().stream()
                .filter(table -> table.described())
                .forEach(table -> own.add(table.logicalName()));
        facts.schema().roles().forEach(role -> role.privileges().keySet().forEach(privilege -> {
            Matcher named = PRIVILEGE.matcher(privilege);
            if (named.matches() && !own.contains(named.group(1))) {
                table(named.group(1), destination);
            }
        }));
    }

    private static void table(String name, FakeDataverse destination) {
        if (!destination.tables().contains(name.toLowerCase(Locale.ROOT))) {
            destination.table(name, name);
        }
    }

    @Override
    public String toString() {
        return "Surroundings of " + facts.manifest().uniqueName();
    }
}
