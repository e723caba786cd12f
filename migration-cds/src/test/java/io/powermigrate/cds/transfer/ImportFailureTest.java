package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.webapi.DataverseError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an import that failed. */
class ImportFailureTest {

    private static final String ID = "0f4a9a10-0000-0000-0000-00000000000";

    @Test
    void an_upgrade_that_stops_at_its_promotion_names_each_pair_with_ids() { // S10, S11
        ImportFailure failure = failure("Solution Upgrade action failed after import as holding. InnerException is:"
                + " Solution dependencies exist, cannot uninstall. DependencyCount : 3 DependencyType: Published"
                + " RequiredComponentObject details: Type: connector, ObjectName: Office 365 Management API, Id: "
                + ID + "1, ParentObjectName: , ParentId: 00000000-0000-0000-0000-000000000000,"
                + " DependentComponentObject details: Type: Workflow, ObjectName: [Child] Admin | Sync, Logs, Id: " + ID
                + "2, ParentObjectName: , ParentId: 00000000-0000-0000-0000-000000000000 DependencyType: Published"
                + " RequiredComponentObject details: Type: connector, ObjectName: Office 365 Management API, Id: " + ID
                + "1, ParentObjectName: , ParentId: 00000000-0000-0000-0000-000000000000,"
                + " DependentComponentObject details: Type: Attribute, ObjectName: (a), Id: " + ID
                + "3, ParentObjectName: account, ParentId: " + ID + "4");

        assertThat(failure.words())
                .contains("3 dependencies, of which 2 could be read")
                .contains("connector \"Office 365 Management API\" (" + ID + "1) is needed by Workflow"
                        + " \"[Child] Admin | Sync, Logs\" (" + ID + "2), Attribute \"(a)\" of account (" + ID + "3)");
        assertThat(failure.remedy()).contains("import it as an update");
    }

    @Test
    void what_is_missing_is_told_by_provider_and_active_is_nothing_to_install() { // S01, S05, S07
        ImportFailure failure = failure("<MissingDependencies>"
                + missing("a", "Active")
                + missing("b", "Core (1.70.6)")
                + missing("c", "Core (1.71.7)")
                + "</MissingDependencies> , ProductUpdatesOnly : False");

        assertThat(failure.words())
                .contains("1 component that the destination lacks: 'a' (for 'needs a')")
                .contains("2 components that the destination lacks: 'b' (for 'needs b'), 'c' (for 'needs c')")
                .contains("the solution 'Core' (1.71.7 or higher)")
                .doesNotContain("<");
        assertThat(failure.remedy()).startsWith("Add them to the solution in the source");
    }

    @Test
    void components_that_failed_are_told_and_those_that_only_warn_are_not() {
        ImportFailure failure = new ImportFailure(
                DataverseError.of("0x8004801E", ""),
                List.of(
                        new ComponentResult("Role", "Clerk", true, DataverseError.of("0x80048017", "in use")),
                        new ComponentResult("entity", "Order", false, DataverseError.of("", "a label"))),
                10);

        assertThat(failure.words()).contains("Role Clerk: 0x80048017: in use").doesNotContain("Order");
    }

    @Test
    void a_small_package_that_is_said_to_be_too_large_is_told_with_its_size() { // S74
        assertThat(failure("The import file is too large to upload.").words()).contains("667000 bytes");
    }

    private static String missing(String name, String provider) {
        return "<MissingDependency><Required type=\"1\" schemaName=\"" + name + "\" solution=\"" + provider
                + "\"/><Dependent type=\"1\" schemaName=\"needs " + name + "\"/></MissingDependency>";
    }

    private static ImportFailure failure(String message) {
        return new ImportFailure(DataverseError.of("", message), List.of(), 667_000);
    }
}
