package io.powermigrate.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asked and who approved, in a file beside the plan. */
class ApprovalRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00.123456789Z");
    private static final String DIGEST = "ab".repeat(32);

    @TempDir
    private Path folder;

    private final ApprovalRequest request = ApprovalRequest.of(DIGEST, "ada@contoso.com", NOW)
            .with(Approval.by("grace@contoso.com", NOW)
                    .until(NOW.plusSeconds(60))
                    .signed(new byte[] {1, 2, 3}))
            .with(Approval.by("alan@contoso.com", NOW));

    @Test
    void a_file_gives_the_same_request_again() throws IOException {
        Path file = folder.resolve("plan.approvals.json");
        Path again = folder.resolve("again.json");
        request.writeTo(file);
        ApprovalRequest read = ApprovalRequest.read(file, DIGEST);
        read.writeTo(again);

        assertThat(again).hasSameBinaryContentAs(file);
        assertThat(read.id()).isEqualTo(request.id());
        assertThat(read.requestedBy()).contains("ada@contoso.com");
        assertThat(read.requestedAt()).contains(NOW);
        assertThat(read.approvals()).isEqualTo(request.approvals());
        Approval first = request.approvals().get(0);
        assertThat(read.bytesToSign(first)).isEqualTo(request.bytesToSign(first));
    }

    @Test
    void it_is_for_the_plan_of_its_digest_only() {
        Path file = folder.resolve("plan.approvals.json");
        request.writeTo(file);
        assertThatThrownBy(() -> ApprovalRequest.read(file, "cd".repeat(32)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("it is not the one that approval was requested for: its digest is cdcd")
                .hasMessageContaining("Give the plan as it was requested");
    }

    @Test
    void an_approval_stands_for_an_earlier_one_of_the_same_person() {
        ApprovalRequest renewed = request.with(Approval.by("GRACE@contoso.com", NOW.plusSeconds(60)));
        assertThat(renewed.approvals())
                .extracting(Approval::by)
                .containsExactly("alan@contoso.com", "GRACE@contoso.com");
        assertThat(renewed.id()).isEqualTo(request.id());
    }

    @Test
    void what_is_not_whole_or_holds_more_is_refused() throws IOException {
        Path file = folder.resolve("plan.approvals.json");
        request.writeTo(file);
        String whole = Files.readString(file);
        for (String member : new String[] {"plan", "id", "requestedBy", "by", "at"}) {
            Files.writeString(file, whole.replaceFirst("\"" + member + "\": \"[^\"]*\",?", ""));
            assertThatThrownBy(() -> ApprovalRequest.read(file, DIGEST))
                    .as("without " + member)
                    .isInstanceOf(MigrationException.class);
        }
        Files.writeString(file, whole.replaceFirst("\\{", "{\"policy\": \"none\","));
        assertThatThrownBy(() -> ApprovalRequest.read(file, DIGEST)).hasMessageContaining("it holds \"policy\"");
        Files.writeString(file, whole.replace("\"version\": 1", "\"version\": 2"));
        assertThatThrownBy(() -> ApprovalRequest.read(file, DIGEST))
                .hasMessageContaining("a newer version of this library has written it");
    }

    @Test
    void what_is_signed_names_plan_requester_approver_and_times() {
        String bytes = new String(request.bytesToSign(request.approvals().get(0)), StandardCharsets.UTF_8);
        assertThat(bytes)
                .contains(
                        DIGEST, request.id(), "ada@contoso.com", "grace@contoso.com", "2026-11-29T12:01:00.123456789Z")
                .contains("approval of a plan of io.powermigrate, version 1")
                .doesNotContain("signature");
    }

    @Test
    void names_are_given() {
        assertThatThrownBy(() -> ApprovalRequest.of(DIGEST, " ", NOW)).hasMessageContaining("Say who asks");
    }
}
