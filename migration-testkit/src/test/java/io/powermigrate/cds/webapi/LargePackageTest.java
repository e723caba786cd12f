package io.powermigrate.cds.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.transfer.ImportWish;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.platform.Environment;
import io.powermigrate.platform.PowerPlatform;
import io.powermigrate.testkit.FakeAddress;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.solution.SolutionBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A package goes out of one environment and into another through a process whose whole memory is as large as the package, or far
 * smaller: {@code -Dtest=LargePackageTest -Dpowermigrate.packageSize=1024 -Dtests.jvm=-Xmx14g} moves a gigabyte, which takes minutes;
 * the memory is for the fake, which runs in the process of the test.
 */
@Tag("table")
@Timeout(1800)
class LargePackageTest {

    private static final int MEGABYTES = Integer.getInteger("powermigrate.packageSize", 64);
    private static final int MB = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void a_package_as_large_as_the_memory_is_exported_staged_and_imported() throws Exception {
        try (FakeService fake = FakeService.start(Clock.systemUTC())) {
            FakeTenant contoso = fake.tenant(SmallMover.TENANT);
            contoso.user(SmallMover.USER, SmallMover.PASSWORD).administrator();
            FakeEnvironment source = contoso.environment("Contoso Dev").dataverse("contosodev");
            FakeEnvironment destination = contoso.environment("Contoso Test").dataverse("contosotest");
            fill(fake, source, packaged());

            List<String> said =
                    SmallMover.running("64m", folder, fake.address().toString(), source.name(), destination.name());

            assertThat(said).hasSize(4);
            assertThat(said.get(0)).startsWith("exported Large ");
            assertThat(Long.parseLong(said.get(0).substring("exported Large ".length())))
                    .isGreaterThan((long) MEGABYTES * MB);
            assertThat(said.subList(1, 4)).containsExactly("staged []", "imported []", "imported by file");
            assertThat(destination.organisation().rows("webresourceset"))
                    .hasSameSizeAs(source.organisation().rows("webresourceset"));
        }
    }

    /** The package comes into the source as any other does. */
    private void fill(FakeService fake, FakeEnvironment source, Path zip) throws IOException {
        FakeAddress address = FakeAddress.of(fake.address());
        Environment where = Environment.of(address.cloud(), SmallMover.TENANT, source.name());
        try (Endpoint endpoint = PowerPlatform.connect(
                where,
                address.user(SmallMover.USER, SmallMover.PASSWORD, Clock.systemUTC()),
                HttpSettings.standard())) {
            FileMember file = new FileMember("CustomizationFile", () -> Files.newInputStream(zip), Files.size(zip));
            SmallMover.run(
                    endpoint.client(Dataverse.KEY), new ImportWish(SmallMover.SOLUTION, null, file, false, false));
        }
        Files.delete(zip);
    }

    /** Of pieces that cannot be packed, each smaller than what an organisation takes for one file. */
    private Path packaged() throws IOException {
        Path zip = folder.resolve("large.zip");
        byte[] piece = new byte[4 * MB];
        new Random(11).nextBytes(piece);
        SolutionBuilder large = SolutionBuilder.named(SmallMover.SOLUTION).publisher("contoso", "new");
        for (int i = 0; i <= MEGABYTES / 4; i++) {
            large.webResource("new_piece" + i, 5, piece);
        }
        try (OutputStream out = Files.newOutputStream(zip)) {
            large.writeTo(out);
        }
        return zip;
    }
}
