package io.powermigrate.powerapps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Artifact;
import io.powermigrate.powerapps.app.PackageSources.Exported;
import io.powermigrate.powerapps.app.PackageSources.Mint;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Packages of one environment are exported once each, and at once. */
class MintTest {

    private static final Exported ZIP =
            new Exported(new Artifact("app.zip", "application/zip", "0".repeat(64), 1), Map.of());

    private final Mint mint = new Mint();
    private final AtomicInteger exports = new AtomicInteger();

    @Test
    void an_app_is_exported_once_whoever_asks() {
        mint.export("app", this::counted);
        mint.export("app", this::counted);
        assertThat(exports).hasValue(1);
    }

    @Test
    void what_could_not_be_exported_is_tried_again() {
        assertThatThrownBy(() -> mint.export("app", id -> {
                    throw new MigrationException("no", "wait");
                }))
                .isInstanceOf(MigrationException.class);
        assertThat(mint.export("app", this::counted)).isEqualTo(ZIP);
    }

    @Test
    void an_export_never_waits_for_that_of_another_app_also_where_their_ids_have_one_hash() {
        CountDownLatch other = new CountDownLatch(1);
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(() -> mint.export("Aa", id -> {
            begun.countDown();
            first.complete(isReached(other));
            return ZIP;
        }));
        thread.start();
        assertThat(isReached(begun)).isTrue();
        Thread second = new Thread(() -> {
            mint.export("BB", this::counted);
            other.countDown();
        });
        second.start();
        assertThat(first.join()).isTrue();
    }

    @Test
    void a_pair_that_could_not_be_minted_is_asked_for_again() {
        AtomicInteger asked = new AtomicInteger();
        mint.pair(() -> {
            asked.incrementAndGet();
            return Optional.empty();
        });
        mint.pair(() -> {
            asked.incrementAndGet();
            return Optional.empty();
        });
        assertThat(asked).hasValue(2);
    }

    private Exported counted(String app) {
        exports.incrementAndGet();
        return ZIP;
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
