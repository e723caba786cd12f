package io.powermigrate.cds.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no solution package is called by what it is, with what to do. */
class NoSolutionTest {

    @Test
    void a_solution_inside_a_folder_is_named_with_the_folder() {
        refused(
                Zips.of("Orders/solution.xml", Zips.MANIFEST).with("Orders/customizations.xml", Zips.NOTHING),
                "in the folder 'Orders', not at its root",
                "Zip what is in that folder, without the folder itself");
    }

    @ParameterizedTest
    @CsvSource({
        "solution.xml,it holds no customizations.xml,Export the package again",
        "customizations.xml,it holds no solution.xml,Export the package again",
        "Other/Solution.xml,unpacked to sources,pac solution pack",
        "Header.json,document of a canvas app,CanvasDocument",
        "Microsoft.PowerApps/apps/a.json,package of an app,Import it as an app",
        "Microsoft.Flow/flows/a.json,package of a flow,Add the flow to a solution",
        "data_schema.xml,Configuration Migration,Import it with that tool",
        "PkgAssets/Orders.zip,Package Deployer,Unpack it",
        "xl/workbook.xml,Office document,Export solution",
        "Orders.zip,a zip that holds another zip,Unpack it",
        "a.txt,it holds no solution.xml but 'a.txt',Export solution"
    })
    void what_is_no_solution_package_is_called_by_what_it_is(String file, String what, String remedy) {
        refused(Zips.of(file, Zips.MANIFEST), what, remedy);
    }

    @Test
    void what_is_no_zip_is_called_by_what_it_is() {
        String good =
                Base64.getEncoder().encodeToString(Zips.solution(Zips.NOTHING).bytes());
        for (String[] each : new String[][] {
            {"<!DOCTYPE html><html>", "a web page"},
            {"\ufeff<ImportExportXml/>", "an XML file"},
            {"{\"ExportSolutionFile\":\"" + good + "\"}", "JSON"},
            {good, "a zip in base64"},
            {"hello", "it is no zip"},
            {"", "it is empty"}
        }) {
            assertThatThrownBy(() -> SolutionPackage.read(
                            "orders.zip", new ByteArrayInputStream(each[0].getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining(each[1]);
        }
    }

    private static void refused(Zips zip, String because, String remedy) {
        assertThat(refusal(zip))
                .startsWith("The solution package 'orders.zip' was not read because ")
                .contains(because)
                .contains(remedy)
                .endsWith(".");
    }

    private static String refusal(Zips zip) {
        try {
            return "read: " + zip.open();
        } catch (MigrationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
