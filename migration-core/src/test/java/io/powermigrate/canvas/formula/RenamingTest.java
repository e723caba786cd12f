package io.powermigrate.canvas.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New names in formulas: what follows, what stays, how it is spelled. */
class RenamingTest {

    private static final Symbols APP = Symbols.builder()
            .add(SymbolKind.TABLE, "Orders")
            .columns("Orders", Set.of("Name", "Clients", "Orders"))
            .add(SymbolKind.SERVICE, "Mail")
            .add(SymbolKind.CONTROL, "Gallery1")
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Orders                          | Clients            | Clients",
                "Orders                          | [dbo].[Orders]     | '[dbo].[Orders]'",
                "Orders                          | It's               | 'It''s'",
                "Orders                          | 2nd                | '2nd'",
                "Orders                          | true               | 'true'",
                "Orders                          | blank              | 'blank'",
                "Orders                          | Größe              | Größe",
                "Orders                          | a‌b                | a‌b",
                "Mail.Orders                     | Clients            | Mail.Orders",
                "{Orders: Orders}                | Clients            | {Orders: Clients}",
                "\"Orders\" & Orders /*Orders*/  | Clients            | \"Orders\" & Clients /*Orders*/",
                "$\"Orders {Orders}\"            | Clients            | $\"Orders {Clients}\"",
                "Filter(Orders, Orders = 1)      | Customers          | Filter(Customers, Orders = 1)",
                "Filter([@Orders], [@Orders].a)  | a b                | Filter([@'a b'], [@'a b'].a)",
                "ForAll(Unknown(), Orders)       | Customers          | ForAll(Unknown(), Customers)"
            })
    void every_reference_follows_and_nothing_else(String formula, String name, String renamed) {
        assertThat(new Renaming(APP, Map.of("Orders", name))
                        .of(Formula.of(formula))
                        .text())
                .isEqualTo(renamed);
    }

    @Test
    void what_a_column_would_hide_under_its_new_name_is_named_past_it() {
        assertThat(new Renaming(APP, Map.of("Mail", "Clients"))
                        .of(Formula.of("Filter(Orders, Mail.Send(Name))"))
                        .text())
                .isEqualTo("Filter(Orders, [@Clients].Send(Name))");
    }

    @Test
    void the_edits_tell_where_everything_else_is_now() {
        Renamed renamed = new Renaming(APP, Map.of("Orders", "Big Orders")).of(Formula.of("Orders & Mail & Orders"));

        assertThat(renamed.text()).isEqualTo("'Big Orders' & Mail & 'Big Orders'");
        assertThat(renamed.edits()).containsExactly(new Edit(0, 6, "'Big Orders'"), new Edit(16, 6, "'Big Orders'"));
        assertThat(renamed.moved(0)).isEqualTo(0);
        assertThat(renamed.moved(3)).as("inside of what was replaced").isEqualTo(0);
        assertThat(renamed.text().startsWith("Mail", renamed.moved(9))).isTrue();
        assertThat(renamed.moved(22)).as("the end").isEqualTo(renamed.text().length());
    }

    @Test
    void two_names_can_be_exchanged() {
        assertThat(new Renaming(APP, Map.of("Orders", "Mail", "Mail", "Orders"))
                        .of(Formula.of("Orders & Mail"))
                        .text())
                .isEqualTo("Mail & Orders");
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        assertThatThrownBy(() -> new Renaming(APP, Map.of("Orders", "Gallery1")))
                .isInstanceOf(MigrationException.class)
                .hasMessage("'Orders' was not renamed to 'Gallery1' because the app calls something else so."
                        + " Choose a name that the app does not use.");
        assertThatThrownBy(() -> new Renaming(APP, Map.of("Orders", "x", "Mail", "x")))
                .isInstanceOf(MigrationException.class);
    }

    @Test
    void a_name_of_two_lines_is_refused() {
        assertThatThrownBy(() -> new Renaming(APP, Map.of("Orders", "a\nb")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("holds a line feed");
        assertThatThrownBy(() -> new Renaming(APP, Map.of("Orders", ""))).isInstanceOf(MigrationException.class);
    }

    @Test
    void a_formula_that_cannot_be_read_stays_as_it_is() {
        Renamed renamed = new Renaming(APP, Map.of("Orders", "Clients")).of(Formula.of("Orders & 'open"));

        assertThat(renamed.text()).isEqualTo("Orders & 'open");
        assertThat(renamed.changed()).isFalse();
        assertThat(renamed.errors()).hasSize(1);
    }
}
