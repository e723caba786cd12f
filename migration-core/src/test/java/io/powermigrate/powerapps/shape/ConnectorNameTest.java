package io.powermigrate.powerapps.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorNameTest {

    @Test
    void a_custom_connector_is_called_by_its_title_in_every_environment() {
        ConnectorName here = ConnectorName.of("shared_openweather-20connector-5f0f321de3082a67e9-5fe1fd9d61a58e062d");
        ConnectorName there = ConnectorName.of("shared_openweather-20connector-5f1111111111111111-5f2222222222222222");
        assertThat(here.isCustom()).isTrue();
        assertThat(here.everywhere()).isEqualTo("openweather connector");
        assertThat(here.isSame(there)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared_hub-2dconnector-5f9c1e2c6248d86aef",
                "shared_hub-2dconnector-5f9c1e2c6248d86aef--e85db4d132c38bfc",
                "shared_hub-2dconnector--e85db4d132c38bfc",
                "shared_hub-2dconnector-5f9c1e2c6248d86aef-5fe85db4d132c38bfc"
            })
    void one_hash_or_two_behind_an_underscore_or_dashes_belong_to_the_environment(String wire) {
        ConnectorName name = ConnectorName.of("/providers/Microsoft.PowerApps/apis/" + wire);
        assertThat(name.isCustom()).isTrue();
        assertThat(name.everywhere()).isEqualTo("hub-connector");
    }

    @Test
    void other_names_stay_as_they_are_without_regard_to_case() {
        ConnectorName sql = ConnectorName.of("/providers/Microsoft.PowerApps/apis/SHARED_SQL");
        assertThat(sql.isCustom()).isFalse();
        assertThat(sql.everywhere()).isEqualTo("shared_sql");
        assertThat(sql.isSame(ConnectorName.of("shared_sql"))).isTrue();
    }
}
