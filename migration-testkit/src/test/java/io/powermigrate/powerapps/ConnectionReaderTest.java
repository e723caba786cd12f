package io.powermigrate.powerapps;

import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.powerapps.connection.ConnectionReader;
import io.powermigrate.testkit.contract.ReaderContract;
import io.powermigrate.testkit.contract.TwoEnvironments;

class ConnectionReaderTest extends ReaderContract<Connection> {

    @Override
    protected ConnectionReader subject() {
        return new ConnectionReader();
    }

    @Override
    protected TwoEnvironments open() {
        return new TwoTenants() {
            @Override
            public String make() {
                return dev.connection("shared_sql", another("Sales"))
                        .parameter("server", "dev.example.com")
                        .parameter("password", PLANTED)
                        .name();
            }
        };
    }
}
