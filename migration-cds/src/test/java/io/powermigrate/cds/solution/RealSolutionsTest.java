package io.powermigrate.cds.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.model.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the real packages say is what an independent program read in them. */
class RealSolutionsTest {

    /** What is known of files by their bytes alone. */
    private static final Set<String> OF_BYTES = Set.of("bytes", "sha256");

    /** The oracle measured this file before a signature in it was overwritten, which made it 37 bytes shorter. */
    private static final String MEASURED_BEFORE = "xml-only/PowerPlatformGitHubALM_1_0_0_72_managed customizationsXml";

    private static final int MEASURED_TOO_MUCH = 37;

    /** Lists that the oracle sorts; ours have the order of the package. */
    private static final Set<String> SORTED = Set.of(
            "canvasApps",
            "connectionReferences",
            "entities",
            "environmentVariables",
            "fieldSecurityProfiles",
            "flowConnectionReferences",
            "roles",
            "workflows");

    private static final Map<String, Function<SolutionFacts, @Nullable Object>> FIELDS = OracleFields.all();

    @Test
    void every_field_of_every_zip_is_what_the_oracle_says() throws IOException {
        check(RealPackages.oracle("facts.json").at("solutions"), 29);
    }

    @Test
    void every_field_of_every_unpacked_package_is_what_the_oracle_says() throws IOException {
        check(RealPackages.oracle("facts.json").at("xmlOnlySolutions"), 5);
    }

    private static void check(Document oracle, int packages) {
        assertThat(oracle.members()).hasSize(packages);
        SoftAssertions all = new SoftAssertions();
        oracle.members().forEach((path, expected) -> {
            SolutionFacts facts = RealPackages.open(path).facts();
            expected.members().forEach((field, value) -> {
                String place = path + " " + field;
                Document wanted = place.equals(MEASURED_BEFORE)
                        ? value.with("bytes", value.number(0, "bytes") - MEASURED_TOO_MUCH)
                        : value;
                if (!OF_BYTES.contains(field)) {
                    all.assertThat(actual(field, facts))
                            .as(place)
                            .isEqualTo(inOrder(field, wanted).canonical());
                }
            });
        });
        all.assertAll();
    }

    /** A field that is not known fails. */
    private static String actual(String field, SolutionFacts facts) {
        Function<SolutionFacts, @Nullable Object> known =
                Objects.requireNonNull(FIELDS.get(field), () -> "the field " + field + " is not known");
        return inOrder(field, Document.of(Objects.requireNonNull(known.apply(facts))))
                .canonical();
    }

    private static Document inOrder(String field, Document value) {
        return SORTED.contains(field) ? sorted(value) : value;
    }

    private static Document sorted(Document value) {
        if (value.isArray()) {
            return Document.of(value.items().stream()
                    .map(RealSolutionsTest::sorted)
                    .sorted(Comparator.comparing(Document::canonical))
                    .toList());
        }
        Document object = value;
        for (Map.Entry<String, Document> member : value.members().entrySet()) {
            object = object.with(member.getKey(), sorted(member.getValue()));
        }
        return object;
    }

    @Test
    void reading_and_writing_without_a_change_keeps_every_byte() throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Path zip : RealPackages.zips()) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            SolutionPackage read = RealPackages.open("solutions/" + zip.getFileName());
            read.write(
                    written,
                    PackageChange.none().withVersion(read.facts().manifest().version()));
            if (!Arrays.equals(written.toByteArray(), Files.readAllBytes(zip))) {
                changed.add(zip);
            }
        }
        assertThat(changed).isEmpty();
    }

    @Test
    void facts_are_plain_values_that_JSON_brings_back() throws IOException {
        for (Path zip : RealPackages.zips()) {
            SolutionFacts facts =
                    RealPackages.open("solutions/" + zip.getFileName()).facts();

            assertThat(Document.of(facts).as(SolutionFacts.class)).isEqualTo(facts);
            assertThatCode(facts::toString).doesNotThrowAnyException();
        }
    }
}
