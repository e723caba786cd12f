package io.powermigrate.kill;

import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.wire.Dialects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two tenants with a Dataverse each, for runs that bring packages. */
abstract class PackagesWorld extends World {

    static final String DESTINATION = "fabrikamprod";

    final FakeEnvironment dev;
    final FakeEnvironment prod;
    final Path folder;

    PackagesWorld(Path folder) {
        super(Dialects.standard());
        this.folder = folder;
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        FakeUser grace = fake.tenant("fabrikam.onmicrosoft.com").user("grace@fabrikam.com", "compiler");
        dev = ada.tenant().environment("Contoso Dev").dataverse("contosodev");
        prod = grace.tenant().environment("Fabrikam Prod").dataverse(DESTINATION);
        dev.organisation().member(ada, "System Administrator");
        prod.organisation().member(grace, "System Administrator");
    }

    /** Everything there, once, and brought by one import. */
    abstract void assertRight(String as);

    /** Does what only a person of this world is told; whether that was it. */
    boolean does(Told told) {
        return false;
    }

    /** The order of a run that knows nothing of those before. */
    Order forgetting() {
        return order().in(folder.resolve("another journal"));
    }

    FakeDataverse to() {
        return prod.organisation();
    }

    /** Lets time pass until no import runs. */
    void settled() {
        while (to().rows("importjobs").stream()
                .anyMatch(job -> job.value("completedon").isEmpty())) {
            clock().sleep(Duration.ofSeconds(1));
        }
    }

    List<String> values(String set, String member) {
        return to().rows(set).stream()
                .flatMap(row -> row.value(member).stream())
                .toList();
    }
}
