package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People keep every kind of zip beside their apps: each is told for what it is, with what can be done with it. */
class ZipKindTest {

    @Test
    void an_app_package_is_taken_also_with_a_flow_and_what_a_mac_leaves_in_it() {
        assertThatCode(() -> requireAppPackage(List.of(
                        "Microsoft.Flow/flows/manifest.json",
                        "Microsoft.Flow/flows/7/definition.json",
                        "Microsoft.PowerApps/apps/1/1.json",
                        "manifest.json",
                        "__MACOSX/._manifest.json",
                        ".DS_Store")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "solution.xml, customizations.xml; a solution without a canvas app; Import it in the destination as a solution",
                "solution.xml, CanvasApps/a_DocumentUri.msapp; a solution that holds CanvasApps/a_DocumentUri.msapp; put its .msapp",
                "Sol/solution.xml, Sol/customizations.xml; a solution without; as a solution",
                "Sol\\solution.xml, Sol\\CanvasApps\\a_DocumentUri.msapp; a solution that holds Sol\\CanvasApps; as a solution",
                "Microsoft.Flow/flows/manifest.json, manifest.json; the package of a cloud flow; bind the flow",
                "F/Microsoft.Flow/flows/manifest.json, F/manifest.json; the package of a cloud flow; bind the flow",
                "Header.json, Properties.json, Controls/1.json; the document of an app; a name that ends in .msapp",
                "App/Header.json, App/Properties.json; the document of an app; Zip the files inside of its folder App/",
                "a.zip, b/c.zip; a zip of other packages or documents; Unpack it and give the folder",
                "apps/a.msapp, readme.txt; a zip of other packages or documents; Unpack it and give the folder",
                "a/solution.xml, b/manifest.json, readme.md; a zip of other packages; Unpack it and give the folder",
                "a.png, b.txt, c.txt, d.txt; it holds a.png, b.txt, c.txt and 1 more; Take it out of the folder",
                "; a zip without any file; Take it out of the folder"
            })
    void another_kind_is_named_with_what_to_do_and_never_exported_again(String entries, String what, String remedy) {
        List<String> names = entries == null ? List.of() : List.of(entries.split(", "));
        assertThatThrownBy(() -> requireAppPackage(names)).isInstanceOfSatisfying(MigrationException.class, refused -> {
            assertThat(refused.problem()).contains(what);
            assertThat(refused.remedy()).contains(remedy).doesNotContainIgnoringCase("export it again");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "X/manifest.json, X/Microsoft.PowerApps/apps/1/1.json, Microsoft.PowerApps/apps/1/1.json",
        "manifest.json, Microsoft.PowerApps\\apps\\1\\1.json, Microsoft.PowerApps/apps/1/1.json",
        "X\\manifest.json, X\\Microsoft.PowerApps\\apps\\1\\1.json, Microsoft.PowerApps/apps/1/1.json"
    })
    void a_package_that_was_zipped_again_is_taken_with_the_names_that_the_service_writes(
            String manifest, String definition, String name) {
        ZipKind kind = new ZipKind(List.of(manifest, definition, "__MACOSX/._manifest.json"));
        assertThatCode(kind::requireAppPackage).doesNotThrowAnyException();
        assertThat(kind.isZippedAgain()).isTrue();
        assertThat(kind.asExported(definition)).contains(name);
        assertThat(kind.asExported("__MACOSX/._manifest.json")).isEmpty();
        assertThat(new ZipKind(List.of("manifest.json", name)).isZippedAgain()).isFalse();
    }

    private static void requireAppPackage(List<String> entries) {
        new ZipKind(entries).requireAppPackage();
    }
}
