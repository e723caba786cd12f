package io.powermigrate.docs;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.report.Report;
import io.powermigrate.testkit.FakeAddress;
import io.powermigrate.time.Time;
import java.net.URI;
import java.nio.file.Path;

/** Runs the README's example, which is compiled on the class path, in a process of its own against {@code bin/fake}. */
final class ReadmeRun {

    private ReadmeRun() {}

    /** {@code address folder ceiling}: what is above the ceiling is refused before it leaves, and fails the run. */
    public static void main(String... arguments) throws ReflectiveOperationException {
        FakeAddress fake = FakeAddress.of(URI.create(arguments[0]));
        Effect ceiling = Effect.valueOf(arguments[2]);
        try (Endpoint source = endpoint(fake, "Contoso Dev");
                Endpoint target = endpoint(fake, "Contoso Test")) {
            Report report = (Report) Class.forName("page.Main")
                    .getMethod("run", Endpoint.class, Endpoint.class, Path.class)
                    .invoke(null, source.limitedTo(ceiling), target.limitedTo(ceiling), Path.of(arguments[1]));
            report.outcomes().forEach(outcome -> System.out.println("did " + name(outcome.key())));
            System.out.println("ended");
        }
    }

    private static String name(ResourceKey key) {
        return key.type() + " " + key.name();
    }

    private static Endpoint endpoint(FakeAddress fake, String environment) {
        return PowerPlatform.connect(
                Environment.of(fake.cloud(), "contoso.onmicrosoft.com", environment),
                fake.user("ada@contoso.com", "analytical", Time.system().clock()),
                HttpSettings.standard());
    }
}
