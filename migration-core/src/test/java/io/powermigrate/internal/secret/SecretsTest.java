package io.powermigrate.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final int MEGABYTE = 1 << 20;

    private static final List<String> PARTS = List.of(
            "=",
            "%",
            "%3",
            "%3D",
            "%25",
            ":",
            "://",
            "@",
            "\\",
            "\"",
            "'",
            "eyJ",
            ".",
            "bearer ",
            "pwd",
            "sig",
            "code",
            "?",
            "\n",
            "x",
            "-----BEGIN ",
            "🙂");

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#secret")
    void a_message_loses_its_secrets(String text) {
        assertThat(Secrets.without(text)).doesNotContain("PLANTED", "7hX").contains("…");
        assertThat(Secrets.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#secretInDocuments")
    void a_document_loses_what_can_only_be_a_secret_and_keeps_its_length(String text) {
        assertThat(Secrets.masked(text)).doesNotContain("PLANTED", "7hX").hasSameSizeAs(text);
        assertThat(Secrets.isInDocument(text)).isTrue();
        assertThat(Secrets.without(text)).doesNotContain("PLANTED", "7hX");
    }

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#harmless")
    void what_is_none_stays(String text) {
        assertThat(Secrets.without(text)).isSameAs(text);
        assertThat(Secrets.masked(text)).isSameAs(text);
        assertThat(Secrets.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.powermigrate.internal.secret.SecretTexts#harmlessInDocuments")
    void code_stays_code(String text) {
        assertThat(Secrets.masked(text)).isSameAs(text);
        assertThat(Secrets.isInDocument(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a?x=1&sig=abc&y=2 | a?x=1&sig=…&y=2",
                "Server=a;pwd=b c;x | Server=a;pwd=… c;x",
                "{\"token\":\"a\",\"b\":1} | {\"token\":\"…\",\"b\":1}",
                "https://u:p@h/x | https://…@h/x",
                "%3Fsig%3Dab%26se%3D2 | %3Fsig%3D…%26se%3D2"
            })
    void what_stands_around_a_secret_stays(String text, String safe) {
        assertThat(Secrets.without(text)).isEqualTo(safe);
    }

    @Test
    void once_taken_out_nothing_is_left_to_take_out() {
        SecretTexts.secret().forEach(text -> {
            String once = Secrets.without(text);
            assertThat(Secrets.without(once)).isEqualTo(once);
        });
    }

    @Test
    void names_are_compared_without_case_and_signs() {
        assertThat(List.of("X-API-Key", "api_key", "ClientSecret", "newPassword", "Ocp-Apim-Subscription-Key"))
                .allMatch(SecretNames::isOfSecret);
        assertThat(List.of("Proxy-Authorization", "SQL_ConnectionString", "pwd"))
                .allMatch(SecretNames::isAlwaysSecret);
        assertThat(List.of("passwordless", "secretary", "$skiptoken", "key", "code", "title", ""))
                .noneMatch(SecretNames::isOfSecret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ",
                "eyJa",
                "eyJ.",
                "%20eyJ",
                "bearer ",
                "bearer a",
                "basic aA1/",
                "=",
                "a=",
                "password",
                "password=",
                "\"password\":",
                "\"password\":\"",
                "://",
                "://a",
                "://a:",
                "a://b:c@",
                "\\",
                "\\\"",
                "\"",
                "%",
                "%25",
                "%253D",
                "sig%",
                "sig=",
                ":",
                " :",
                "a.-_",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "&",
                "?code=",
                " ",
                "\t\"'\\]=",
                "cookie:",
                "pwd=\\",
                "pwd=%26",
                "k:\\\\\\\""
            })
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_megabyte_of_the_worst_takes_no_time(String worst) {
        String text = worst.repeat(MEGABYTE / worst.length());
        Secrets.without(text.substring(0, MEGABYTE / 8));
        long best = Long.MAX_VALUE;
        for (int each = 0; each < 3; each++) {
            long begin = cpu();
            Secrets.without(text);
            Secrets.masked(text);
            Secrets.isIn(text);
            Secrets.isInDocument(text);
            best = Math.min(best, cpu() - begin);
        }
        assertThat(best / 4).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
    }

    /** What this thread has worked: other work on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void no_text_at_all_breaks_it() {
        Random random = new Random(8);
        for (int each = 0; each < 20_000; each++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, PARTS.size()).forEach(index -> text.append(PARTS.get(index)));
            assertThat(Secrets.masked(text.toString())).hasSize(text.length());
            Secrets.without(text.toString());
        }
    }
}
