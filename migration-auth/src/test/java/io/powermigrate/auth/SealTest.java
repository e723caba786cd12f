package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTest {

    private final Seal seal = new Seal(new SecretKeySpec(new byte[32], "AES"), "a.tokens");
    private final byte[] open = "a refresh token".getBytes(StandardCharsets.UTF_8);

    @Test
    void opens_what_it_sealed_and_never_seals_alike() throws Exception {
        assertThat(seal.opened(seal.sealed(open))).isEqualTo(open);
        assertThat(seal.sealed(open)).isNotEqualTo(seal.sealed(open));
    }

    @Test
    void notices_every_changed_byte() throws Exception {
        byte[] sealed = seal.sealed(open);
        for (int i = 8; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> seal.opened(damaged)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void is_not_opened_by_another_key_nor_under_another_name_nor_when_cut() throws Exception {
        byte[] sealed = seal.sealed(open);

        assertThatThrownBy(() -> new Seal(new SecretKeySpec(new byte[16], "AES"), "a.tokens").opened(sealed))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new Seal(new SecretKeySpec(new byte[32], "AES"), "b.tokens").opened(sealed))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> seal.opened(new byte[3])).isInstanceOf(GeneralSecurityException.class);
    }
}
