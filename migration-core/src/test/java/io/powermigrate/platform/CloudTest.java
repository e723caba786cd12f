package io.powermigrate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Service;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloudTest {

    @Test
    void the_host_of_an_environment_is_made_from_its_name() {
        assertThat(Cloud.PUBLIC.environmentHost("00000000-0000-0000-0000-000000000001"))
                .hasToString("https://000000000000000000000000000000.01.environment.api.powerplatform.com");
        assertThat(Cloud.PUBLIC.environmentHost("Default-de347bc8-1aeb-4406-8cb3-97db021cadb4"))
                .hasToString("https://defaultde347bc81aeb44068cb397db021cad.b4.environment.api.powerplatform.com");
        assertThat(Cloud.GCC.environmentHost("be0eb809-e58a-ec1b-8fce-ea40b0e53442"))
                .hasToString(
                        "https://be0eb809e58aec1b8fceea40b0e5344.2.environment.api.gov.powerplatform.microsoft.us");
    }

    @Test
    void a_name_that_is_too_short_for_a_host_says_what_to_check() {
        assertThatThrownBy(() -> Cloud.PUBLIC.environmentHost("x"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("its name has no more than 2 letters and digits")
                .hasMessageContaining("Check the environment's name");
    }

    @Test
    void the_host_of_an_environment_wants_the_audience_of_the_global_host() {
        for (Cloud cloud : List.of(Cloud.PUBLIC, Cloud.GCC, Cloud.GCC_HIGH, Cloud.DOD, Cloud.CHINA)) {
            URI host = cloud.environmentHost("00000000-0000-0000-0000-000000000001");
            assertThat(cloud.table().serviceOf(host).map(Service::audience))
                    .contains(cloud.service(Cloud.POWER_PLATFORM).audience());
        }
    }

    @Test
    void a_fake_may_put_the_environment_into_the_path() {
        Cloud fake = Cloud.PUBLIC.withEnvironmentHosts(
                new EnvironmentHosts("http://127.0.0.1:8080/envhost/{head}.{tail}", 2));

        URI host = fake.environmentHost("aaaa-bb01");

        assertThat(host).hasToString("http://127.0.0.1:8080/envhost/aaaabb.01");
        assertThat(fake.table().serviceOf(host)).isPresent();
        assertThat(fake.table().knows(URI.create("http://127.0.0.1:8080/other")))
                .isFalse();
    }

    @Test
    void a_service_can_be_replaced() {
        Cloud fake = Cloud.PUBLIC
                .withName("fake")
                .withAuthority(URI.create("http://127.0.0.1:8080/login"))
                .withService(new Service(Cloud.BAP, URI.create("http://127.0.0.1:8080/bap"), "x"))
                .withBlobStores(URI.create("http://127.0.0.1:8080/blob"));

        assertThat(fake.services()).hasSize(6);
        assertThat(fake.service(Cloud.BAP).audience()).isEqualTo("x");
        assertThat(fake.table().knows(URI.create("https://api.bap.microsoft.com/x")))
                .isFalse();
    }
}
