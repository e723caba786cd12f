package io.powermigrate.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.ITokenCache;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFileProcessesTest {

    private static final int CHANGES = 200;

    @TempDir
    private Path folder;

    @Test
    void of_three_processes_with_200_changes_each_none_is_lost() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(counting());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        assertThat(Files.readString(folder.resolve("a.tokens"))).isEqualTo(Integer.toString(3 * CHANGES));
    }

    private Process counting() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Counting.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
    }

    /** Adds one, again and again, as MSAL4J changes its cache. */
    static final class Counting implements ITokenCacheAccessContext, ITokenCache {

        private int count;

        public static void main(String... arguments) {
            CacheFile file = new CacheFile(Path.of(arguments[0]), "a.tokens", Optional.empty());
            for (int i = 0; i < CHANGES; i++) {
                Counting context = new Counting();
                file.beforeCacheAccess(context);
                context.count++;
                file.afterCacheAccess(context);
            }
        }

        @Override
        public void deserialize(String data) {
            count = Integer.parseInt(data);
        }

        @Override
        public String serialize() {
            return Integer.toString(count);
        }

        @Override
        public ITokenCache tokenCache() {
            return this;
        }

        @Override
        public String clientId() {
            return "app-1";
        }

        @Override
        public @Nullable IAccount account() {
            return null;
        }

        @Override
        public boolean hasCacheChanged() {
            return true;
        }
    }
}
