package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.TokenRequest;
import io.powermigrate.platform.Cloud;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final URI TOKEN = URI.create("https://login.microsoftonline.us/contoso.us/oauth2/v2.0/token?a=%20b");

    @Test
    void of_a_cloud_is_told_as_it_is() {
        Authority authority = of(Cloud.GCC_HIGH.authority(), "Contoso.us");

        assertThat(authority.forMsal()).isEqualTo("https://login.microsoftonline.us/contoso.us/");
        assertThat(authority.real(TOKEN)).isEqualTo(TOKEN);
    }

    @Test
    void with_a_port_and_a_path_is_put_in_where_requests_leave() {
        Authority authority = of(URI.create("https://login.microsoftonline.us:8443/gate/"), "contoso.us");

        assertThat(authority.forMsal()).isEqualTo("https://login.microsoftonline.us/contoso.us/");
        assertThat(authority.real(TOKEN))
                .hasToString("https://login.microsoftonline.us:8443/gate/contoso.us/oauth2/v2.0/token?a=%20b");
    }

    @Test
    void is_never_left() {
        Authority authority = of(Cloud.CHINA.authority(), "contoso.cn");

        assertThatThrownBy(() -> authority.real(
                        URI.create("https://login.microsoftonline.com/common/discovery/instance?api-version=1.1")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("login.microsoftonline.com was not sent")
                .hasMessageContaining("login.chinacloudapi.cn")
                .hasMessageContaining("Sign in with deviceCode or interactive");
    }

    private static Authority of(URI base, String tenant) {
        return Authority.of(TokenRequest.of(base, tenant, "https://service.example"));
    }
}
