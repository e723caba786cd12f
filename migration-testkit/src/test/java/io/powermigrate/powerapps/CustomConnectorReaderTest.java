package io.powermigrate.powerapps;

import io.powermigrate.powerapps.connector.CustomConnector;
import io.powermigrate.powerapps.connector.CustomConnectorReader;
import io.powermigrate.testkit.contract.ReaderContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import java.util.Optional;

class CustomConnectorReaderTest extends ReaderContract<CustomConnector> {

    @Override
    protected CustomConnectorReader subject() {
        return new CustomConnectorReader();
    }

    @Override
    protected TwoEnvironments open() {
        return new TwoTenants() {
            @Override
            public String make() {
                return dev.customConnector(another("Orders API")).name();
            }

            @Override
            public Optional<String> secret() {
                return Optional.of("sig="); // of the addresses of its definition and icon
            }
        };
    }
}
