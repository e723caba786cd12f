package io.powermigrate.powerapps;

import io.powermigrate.powerapps.gateway.Gateway;
import io.powermigrate.powerapps.gateway.GatewayReader;
import io.powermigrate.testkit.contract.ReaderContract;
import io.powermigrate.testkit.contract.TwoEnvironments;
import java.util.Optional;

class GatewayReaderTest extends ReaderContract<Gateway> {

    @Override
    protected GatewayReader subject() {
        return new GatewayReader();
    }

    @Override
    protected TwoEnvironments open() {
        return new TwoTenants() {
            @Override
            public String make() {
                return dev.gateway(another("Head office")).administeredBy(ada).id();
            }

            @Override
            public Optional<String> secret() {
                return Optional.of("EncryptedResult"); // of the witness that a gateway's annotation holds
            }
        };
    }
}
