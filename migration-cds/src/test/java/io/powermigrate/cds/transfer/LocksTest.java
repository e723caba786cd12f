package io.powermigrate.cds.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.webapi.DataverseError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of a busy organisation: wire/dataverse-situations.md, S61 and S62. */
class LocksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ImportAsHolding failed with exception :Cannot start another [Import] because there is a previous [Import]"
                        + " running at this moment. Use Solution History for more details.",
                "Cannot start the requested operation [PublishAll] because there is another [EntityCustomization] running"
                        + " at this moment."
            })
    void a_lock_is_known_by_its_words(String words) {
        assertThat(Locks.isLock(DataverseError.of("0x80040216", words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x8004F061", "0x8004F067", "-2147020463"})
    void a_lock_is_known_by_its_code(String code) {
        assertThat(Locks.isLock(DataverseError.of(code, ""))).isTrue();
    }

    @Test
    void any_other_refusal_is_no_lock() {
        assertThat(Locks.isLock(DataverseError.of("0x80048033", "Cannot start the engine")))
                .isFalse();
    }
}
