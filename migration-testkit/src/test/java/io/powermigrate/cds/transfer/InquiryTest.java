package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.installed.Inquiry;
import io.powermigrate.cds.installed.Installed;
import io.powermigrate.cds.solution.SolutionPackage;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** What a destination does not tell of an installed solution is said, and is not taken for nothing. */
class InquiryTest extends ScriptedDataverse {

    private static final String ID = "7c6a5b1e-0000-4000-8000-000000000001";
    private static final String REFUSED = "{\"error\":{\"code\":\"0x80040220\",\"message\":\"lacks prvRead\"}}";
    private static final String FLOW = "7c6a5b1e-0000-4000-8000-000000000009";
    private static final String DEFINITIONS =
            "{\"value\":[{\"name\":\"Workflow\",\"solutioncomponenttype\":29},{\"name\":\"bot\",\"solutioncomponenttype\":10123}]}";

    private Installed told() {
        SolutionFacts facts = SolutionPackage.read(
                        "Orders.zip",
                        new ByteArrayInputStream(SolutionBuilder.named("Orders")
                                .managed()
                                .table(TableSpec.named("new_Order", "Order"))
                                .toZip()))
                .facts();
        Inventory destination = Inventory.of("prod", "Prod", Document.empty()).build();
        return Inquiry.of(dataverse, ID, facts, destination, true);
    }

    @Test
    void nothing_is_known_where_the_components_are_not_told() {
        thenBatch(REFUSED, REFUSED, DEFINITIONS);
        assertThat(told().notKnown())
                .anySatisfy(what -> assertThat(what).contains("what the destination holds of the solution", "lacks"));
    }

    @Test
    void who_needs_a_component_and_whether_people_changed_it_may_be_refused_alone() {
        thenBatch(
                "{\"value\":[{\"componenttype\":29,\"objectid\":\"" + FLOW + "\"}]}",
                "{\"value\":[{\"msdyn_objectid\":\"" + FLOW + "\",\"msdyn_name\":\"Remind\"}]}",
                DEFINITIONS);
        thenBatch(REFUSED);
        Installed installed = told();
        assertThat(installed.removed()).singleElement().satisfies(part -> assertThat(part.words())
                .isEqualTo("Workflow 'Remind' (id " + FLOW + ")"));
        assertThat(installed.notKnown()).singleElement().satisfies(what -> assertThat(what)
                .contains("who needs Workflow 'Remind'", "lacks"));
    }

    @Test
    void what_a_package_does_not_tell_by_name_is_counted_and_not_taken_for_removed() {
        thenBatch("{\"value\":[{\"componenttype\":10123,\"objectid\":\"" + FLOW + "\"}]}", REFUSED, DEFINITIONS);
        Installed installed = told();
        assertThat(installed.removed()).isEmpty();
        assertThat(installed.notKnown())
                .anySatisfy(what -> assertThat(what).contains("the names of its components"))
                .anySatisfy(what -> assertThat(what).contains("1 bot"));
    }
}
