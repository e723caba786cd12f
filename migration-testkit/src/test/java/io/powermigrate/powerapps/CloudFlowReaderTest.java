package io.powermigrate.powerapps;

import io.powermigrate.powerapps.flow.CloudFlow;
import io.powermigrate.powerapps.flow.CloudFlowReader;
import io.powermigrate.testkit.contract.ReaderContract;
import io.powermigrate.testkit.contract.TwoEnvironments;

class CloudFlowReaderTest extends ReaderContract<CloudFlow> {

    private static final String DEFINITION = """
            {"triggers":{"manual":{"type":"Request","kind":"PowerAppV2"}},"actions":{"Call":{"type":"Http",
            "inputs":{"uri":"https://x.example.com/?sig=%s","authentication":{"password":"%s"}}}}}""".replace("%s", TwoTenants.PLANTED);

    @Override
    protected CloudFlowReader subject() {
        return new CloudFlowReader();
    }

    @Override
    protected TwoEnvironments open() {
        return new TwoTenants() {
            @Override
            public String make() {
                return dev.flow(another("Approve"))
                        .definition(DEFINITION)
                        .calling(dev.connection("shared_sql", "Sales"))
                        .id();
            }
        };
    }
}
