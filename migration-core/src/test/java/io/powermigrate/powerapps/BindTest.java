package io.powermigrate.powerapps;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Binding;
import org.junit.jupiter.api.Test;

class BindTest {

    @Test
    void ids_may_be_given_with_their_provider() {
        Binding line = Bind.connection(
                "shared_sql",
                "/providers/Microsoft.PowerApps/apis/shared_sql/connections/b1946ac92492d2347c6235b4d2611184");
        assertThat(line).isEqualTo(Binding.of("connection", "shared_sql", "b1946ac92492d2347c6235b4d2611184"));
    }

    @Test
    void each_line_is_of_the_type_that_it_names() {
        assertThat(Bind.flow("a", "b").type()).hasToString("cloud-flow");
        assertThat(Bind.connector("a", "b").type()).hasToString("custom-connector");
        assertThat(Bind.gateway("a", "b").type()).hasToString("gateway");
        assertThat(Bind.app("a", "b").type()).hasToString("canvas-app");
        assertThat(Bind.newApp("a").isNew()).isTrue();
        assertThat(Bind.text("https://a.example.com/", "https://b.example.com/").from())
                .isEqualTo("https://a.example.com/");
    }
}
