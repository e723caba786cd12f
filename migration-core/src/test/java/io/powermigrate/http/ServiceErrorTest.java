package io.powermigrate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.Document;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceErrorTest {

    private static ServiceError of(String body) {
        Reply head = Reply.head(URI.create("https://a.example/x"), 400, Headers.none());
        Document json = body.startsWith("{") ? Document.parse(body) : Document.missing();
        return ServiceError.in(new Reply(head.uri(), head.status(), head.headers(), json, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"code\":\"C\",\"message\":\"m\"}}|C: m",
                "{\"Error\":{\"Code\":\"C\",\"Message\":\"m\"}}|C: m",
                "{\"error\":{\"code\":\"C\",\"message\":\"m\",\"details\":[{\"code\":\"D\",\"message\":\"n\"}]}}|C: m / D: n",
                "{\"error\":{\"odata.error\":{\"code\":\"-1, X\",\"message\":{\"value\":\"m\"}}}}|-1, X: m",
                "{\"error\":\"invalid_client\",\"error_description\":\"m\"}|invalid_client: m",
                "{\"errors\":[{\"code\":\"C\",\"message\":\"m\"},{\"code\":\"D\",\"message\":\"n\"}]}|C: m / D: n",
                "{\"message\":\"m\"}|m",
                "<html><head><title> Bad Gateway </title></head></html>|Bad Gateway",
                "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code><Message>m</Message></Error>|AuthenticationFailed: m",
                "{\"value\":1}|no explanation"
            })
    void every_envelope_is_understood(String body, String line) {
        assertThat(of(body).toLine()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>",
                "<title> ",
                "<title>\n\t",
                "</title>",
                "<message",
                "<message ",
                "<message>",
                "<a:message",
                "<code>",
                "a:",
                "<",
                " ",
                ": '"
            })
    void a_page_that_is_made_to_be_slow_is_not(String worst) {
        String page = "<" + worst.repeat((1 << 20) / worst.length());
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        of(page);
        of(Document.of(Map.of("message", page)).toJson());
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin)
                .isLessThan(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void an_empty_body_has_no_explanation() {
        assertThat(of("").toLine()).isEqualTo("no explanation");
    }

    @Test
    void an_error_inside_a_message_is_found() {
        ServiceError error = of(
                "{\"error\":{\"code\":\"Outer\",\"message\":"
                        + "\"Request failed with error: '{\\\"error\\\":{\\\"code\\\":\\\"Inner\\\",\\\"message\\\":\\\"m\\\"}}'\"}}");

        assertThat(error.is("Outer")).isTrue();
        assertThat(error.is("inner")).isTrue();
        assertThat(error.toLine()).isEqualTo("Outer: Request failed with error / Inner: m");
    }

    @Test
    void a_disguised_not_found_is_explained() {
        ServiceError error = of("{\"error\":{\"code\":\"EnvironmentAccessDenied\",\"message\":"
                + "\"The environment 'X' could not be found in the tenant 'Y'.\"}}");

        assertThat(Remedies.of(403, error)).contains("does not exist");
    }

    @Test
    void a_success_tells_of_no_error() {
        assertThat(ServiceError.in(Document.parse("{\"value\":[],\"errors\":[]}")))
                .isEmpty();
    }
}
