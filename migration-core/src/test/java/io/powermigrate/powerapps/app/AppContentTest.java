package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppContentTest {

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#secret")
    void a_member_that_holds_a_secret_of_the_table_is_not_kept(String text) {
        Document content = AppContent.clean(Document.of(Map.of("reference", Map.of("text", text, "kept", "kept"))));
        assertThat(content.toJson()).isEqualTo("{\"reference\":{\"kept\":\"kept\"}}");
    }

    @Test
    void a_table_or_a_list_that_is_called_like_a_secret_is_kept() {
        Document sets = Document.parse("""
                {"reference":{"dataSets":{"default":{"Passwords":{"tableName":"p"},"Credentials":{"tableName":"c"}}},
                 "dataSources":["Secrets"],"workFlowCallbackUri":"https://x.example/"}}
                """);
        assertThat(AppContent.clean(sets)).isEqualTo(Document.parse("""
                {"reference":{"dataSets":{"default":{"Passwords":{"tableName":"p"},"Credentials":{"tableName":"c"}}},
                 "dataSources":["Secrets"]}}
                """));
    }
}
