package io.powermigrate.powerapps.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleansingTest {

    private static final String PLANTED = "PLANTED";

    @Test
    void secrets_go_wherever_they_stand_and_the_rest_stays() {
        Document cleansed = Cleansing.of(Document.parse("""
                {"parameters":{"key":{"type":"SecureString","defaultValue":"PLANTED-1"},"$connections":{"type":"Object"}},
                 "metadata":{"creator":{"id":"PLANTED-2"}},
                 "actions":{"Call":{"inputs":{"method":"GET","uri":"https://x.example.com/run?sp=r&sig=PLANTED-3",
                   "headers":{"Authorization":"PLANTED-4","Ocp-Apim-Subscription-Key":"PLANTED-5","Accept":"text/plain"},
                   "authentication":{"type":"Basic","username":"PLANTED-6","password":"PLANTED-7"},
                   "body":"{\\"client_secret\\":\\"PLANTED-8\\"}",
                   "queries":[{"name":"api-key","value":"PLANTED-9"},{"name":"page","value":"kept-2"}]}}},
                 "list":["Server=x;Password=PLANTED-10;","Bearer PLANTED-11-abcdefgh","https://u:PLANTED-12@h.example.com/","kept-3"],
                 "password":{"value":"PLANTED-13","type":"securestring"},
                 "flowTriggerUri":"https://x.example.com/PLANTED-14",
                 "description":"the password is asked for later: kept-4"}
                """));
        assertThat(cleansed.toJson())
                .doesNotContain(PLANTED)
                .contains("$connections", "text/plain", "kept-2", "kept-3", "kept-4", "\"type\":\"securestring\"");
    }

    @Test
    void the_description_of_a_secret_is_no_secret() {
        Document schema =
                Document.parse("{\"properties\":{\"password\":{\"type\":\"string\",\"title\":\"Password\"}}}");
        assertThat(Cleansing.of(schema)).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#secret")
    void every_text_of_the_table_is_taken_out(String text) {
        Document cleansed = Cleansing.of(Document.of(Map.of("body", List.of(text), "kept", "kept")));
        assertThat(cleansed.toJson()).doesNotContain(PLANTED, "7hX").contains("\"kept\"");
    }

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#harmless")
    void what_is_no_secret_stays(String text) {
        Document harmless = Document.of(Map.of("body", text));
        assertThat(Cleansing.of(harmless)).isEqualTo(harmless);
    }
}
