package io.powermigrate.cds.solution.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.solution.RealPackages;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.cds.solution.schema.Schema;
import io.powermigrate.cds.solution.schema.Table;
import io.powermigrate.model.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real packages that follow each other, or are twins, differ as an independent program says. */
class RealComparisonsTest {

    private static final String OLD = "solutions/CenterofExcellenceCoreComponents_1_45_managed.zip";
    private static final String NEW = "solutions/CenterofExcellenceCoreComponents_1_70_managed.zip";

    /** Each field of {@code diffs.json}: the kind of change, and how one is written there. */
    private static final Map<String, Field> FIELDS = new TreeMap<>(Map.ofEntries(
            field("entitiesAdded", ChangeKind.TABLE_ADDED, SchemaChange::subject),
            field("entitiesRemoved", ChangeKind.TABLE_REMOVED, SchemaChange::subject),
            field("attributesAdded", ChangeKind.COLUMN_ADDED, SchemaChange::subject),
            field("attributesRemoved", ChangeKind.COLUMN_REMOVED, SchemaChange::subject),
            field("attributeTypeChanges", ChangeKind.COLUMN_TYPE, RealComparisonsTest::triple),
            field("maxLengthChanges", ChangeKind.COLUMN_LENGTH, RealComparisonsTest::triple),
            field("formatChanges", ChangeKind.COLUMN_FORMAT, RealComparisonsTest::triple),
            field("requiredLevelChanges", ChangeKind.COLUMN_REQUIREMENT, RealComparisonsTest::triple),
            field("optionSetSwaps", ChangeKind.COLUMN_CHOICE, RealComparisonsTest::triple),
            field("localOptionsAdded", ChangeKind.LOCAL_OPTION_ADDED, SchemaChange::subject),
            field("localOptionsRemoved", ChangeKind.LOCAL_OPTION_REMOVED, SchemaChange::subject),
            field("optionSetsAdded", ChangeKind.CHOICE_ADDED, SchemaChange::subject),
            field("optionSetsRemoved", ChangeKind.CHOICE_REMOVED, SchemaChange::subject),
            field("optionsAdded", ChangeKind.OPTION_ADDED, SchemaChange::subject),
            field("optionsRemoved", ChangeKind.OPTION_REMOVED, SchemaChange::subject),
            field("relationshipsAdded", ChangeKind.RELATIONSHIP_ADDED, SchemaChange::subject),
            field("relationshipsRemoved", ChangeKind.RELATIONSHIP_REMOVED, SchemaChange::subject),
            field("rolesAdded", ChangeKind.ROLE_ADDED, SchemaChange::subject),
            field("rolesRemoved", ChangeKind.ROLE_REMOVED, SchemaChange::subject),
            field("rolePrivilegesAdded", ChangeKind.PRIVILEGE_ADDED, change -> privilege(change, change.after())),
            field("rolePrivilegesRemoved", ChangeKind.PRIVILEGE_REMOVED, change -> privilege(change, change.before())),
            field("rolePrivilegeLevelChanges", ChangeKind.PRIVILEGE_DEPTH, RealComparisonsTest::triple)));

    private record Field(ChangeKind kind, Function<SchemaChange, Object> written) {}

    private static Map.Entry<String, Field> field(
            String name, ChangeKind kind, Function<SchemaChange, Object> written) {
        return Map.entry(name, new Field(kind, written));
    }

    private static List<@Nullable Object> triple(SchemaChange change) {
        List<@Nullable Object> triple = new ArrayList<>();
        triple.add(change.subject());
        triple.add(change.before());
        triple.add(change.after());
        return triple;
    }

    private static List<@Nullable Object> privilege(SchemaChange change, @Nullable String depth) {
        List<@Nullable Object> triple = new ArrayList<>();
        triple.add(change.holder());
        triple.add(change.part());
        triple.add(depth);
        return triple;
    }

    @Test
    void every_difference_of_every_pair_is_what_the_oracle_says() throws IOException {
        List<Document> pairs = RealPackages.oracle("diffs.json").items();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(7);
        SoftAssertions all = new SoftAssertions();
        for (Document pair : pairs) {
            String from = pair.text("from").orElseThrow();
            String to = pair.text("to").orElseThrow();
            List<SchemaChange> changes = SchemaComparison.between(described(from), described(to));
            pair.members().forEach((name, expected) -> {
                if (expected.isArray()) {
                    all.assertThat(written(name, changes)).as(from + " " + name).isEqualTo(sorted(expected));
                }
            });
        }
        all.assertAll();
    }

    /** The oracle compares the tables that are described, not those of which a package carries a part. */
    private static Schema described(String path) {
        Schema schema = schema(path);
        return new Schema(
                schema.tables().stream().filter(Table::described).toList(),
                schema.relationships(),
                schema.choices(),
                schema.roles(),
                schema.profiles());
    }

    private static List<String> written(String name, List<SchemaChange> changes) {
        Field field = FIELDS.get(name);
        assertThat(field).as("the field " + name).isNotNull();
        return field == null
                ? List.of()
                : changes.stream()
                        .filter(change -> change.kind() == field.kind())
                        .map(field.written())
                        .map(value -> Document.of(value).toJson())
                        .sorted()
                        .toList();
    }

    private static List<String> sorted(Document list) {
        return list.items().stream().map(Document::toJson).sorted().toList();
    }

    @Test
    void a_package_does_not_differ_from_itself() throws IOException {
        for (Path zip : RealPackages.zips()) {
            Schema schema = schema("solutions/" + zip.getFileName());
            assertThat(SchemaComparison.between(schema, schema)).isEmpty();
        }
    }

    @Test
    void the_upgrade_that_the_service_refused_is_refused_by_table_and_column_before_anything_is_sent() {
        SolutionFacts facts = RealPackages.open(NEW).facts();

        List<ImportIssue> issues = ImportForecast.of(facts, Destination.of(schema(OLD)), ImportMode.UPGRADE);

        assertThat(issues)
                .filteredOn(issue -> issue.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.subject()).isEqualTo("admin_rpa.admin_rpamodifiedon");
                    assertThat(issue.code()).isEqualTo("0x80041A06");
                    assertThat(issue.reason())
                            .isEqualTo("the column is a nvarchar in the destination and a datetime in the package; the"
                                    + " import never changes the type of a column");
                });
    }

    @Test
    void every_provider_of_what_is_missing_is_named_once_with_the_version_and_the_app_that_brings_it() {
        SolutionFacts facts = RealPackages.open("solutions/ColumnLevelSecuritySampleSolution.zip")
                .facts();
        Destination nothing = new Destination(
                new Schema(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                OrganizationGates.UNKNOWN);

        assertThat(ImportForecast.of(facts, nothing, ImportMode.UNMANAGED))
                .filteredOn(issue -> issue.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(issue -> assertThat(issue.reason())
                        .contains("of the solution 'msft_ColumnLevelSecurityData' (1.2.0.28)")
                        .contains("the app 'ColumnLevelSecurityApp Package' brings it")
                        .contains("'Date_Slash' (for '"));
    }

    @Test
    void a_hundred_dependencies_are_told_by_a_few_providers() {
        SolutionFacts facts = RealPackages.open("solutions/SalesHub_Customization_1_0_0_1.zip")
                .facts();
        List<ImportIssue> issues = ImportForecast.of(facts, Destination.of(facts.schema()), ImportMode.UNMANAGED);

        assertThat(facts.manifest().missingDependencies()).hasSizeGreaterThan(100);
        assertThat(issues).hasSizeLessThan(40).noneMatch(issue -> issue.severity() == Severity.ERROR);
    }

    @Test
    void every_real_package_can_be_imported_where_it_came_from() throws IOException {
        for (Path zip : RealPackages.zips()) {
            SolutionFacts facts =
                    RealPackages.open("solutions/" + zip.getFileName()).facts();
            ImportMode mode = facts.manifest().managed() ? ImportMode.UPDATE : ImportMode.UNMANAGED;

            assertThat(ImportForecast.of(facts, Destination.of(facts.schema()), mode))
                    .as(String.valueOf(zip.getFileName()))
                    .noneMatch(issue -> issue.severity() == Severity.ERROR);
        }
    }

    private static Schema schema(String path) {
        return RealPackages.open(path).facts().schema();
    }
}
