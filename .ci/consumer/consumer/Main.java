package consumer;

import io.powermigrate.Migration;
import io.powermigrate.approval.Approval;
import io.powermigrate.auth.Credentials;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.Credential;
import io.powermigrate.http.Service;
import io.powermigrate.model.Scope;
import io.powermigrate.plan.Plan;
import io.powermigrate.platform.Cloud;
import io.powermigrate.platform.DataverseHosts;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.EnvironmentHosts;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.powerapps.app.CanvasApp;
import io.powermigrate.report.Outcome;
import io.powermigrate.report.Report;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Plans and executes on the module path, against a fake service in another process whose address is the argument. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Cloud cloud = cloud(arguments[0]);
        Credential ada = Credentials.usernamePassword(
                "11111111-1111-4111-8111-111111111111", "ada@contoso.com", "analytical"::toCharArray);
        try (Endpoint source = open(cloud, "Contoso Dev", ada);
                Endpoint target = open(cloud, "Contoso Test", ada);
                Migration migration = Migration.from(source)
                        .to(target)
                        .discoverPlugins()
                        .scope(Scope.of(CanvasApp.TYPE).named("Unit converter").withDependencies())
                        .build()) {
            Plan plan = migration.plan();
            Report report = migration.execute(plan.approve(Approval.by("ada@contoso.com", Instant.now())));
            report.orThrow();
            long done = report.outcomes().stream()
                    .filter(outcome -> outcome.state() == Outcome.State.DONE)
                    .count();
            System.out.println("planned " + plan.changes() + ", done " + done);
            if (done != 1) {
                throw new IllegalStateException(report.toText());
            }
        }
    }

    private static Endpoint open(Cloud cloud, String environment, Credential credential) {
        return PowerPlatform.connect(Environment.of(cloud, "contoso.onmicrosoft.com", environment), credential);
    }

    private static Cloud cloud(String fake) {
        Cloud cloud = Cloud.PUBLIC
                .withName("fake")
                .withAuthority(URI.create(fake + "/login"))
                .withBlobStores(URI.create(fake + "/blob"))
                .withEnvironmentHosts(new EnvironmentHosts(fake + "/envhost/{head}.{tail}", 2))
                .withDataverseHosts(DataverseHosts.of(fake + "/orgs/{org}"));
        Map<String, String> prefixes = Map.of(
                Cloud.BAP, "bap",
                Cloud.POWER_APPS, "powerapps",
                Cloud.FLOW, "flow",
                Cloud.POWER_PLATFORM, "pp",
                Cloud.POWER_BI, "powerbi",
                Cloud.ARM, "arm");
        for (Map.Entry<String, String> entry : prefixes.entrySet()) {
            String audience = Cloud.PUBLIC.service(entry.getKey()).audience();
            cloud = cloud.withService(
                    new Service(entry.getKey(), URI.create(fake + "/" + entry.getValue()), audience));
        }
        return cloud;
    }
}
