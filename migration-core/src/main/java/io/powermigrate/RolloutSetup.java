package io.powermigrate;

import io.powermigrate.internal.run.EndpointOrSnapshot;
import io.powermigrate.model.Scope;
import io.powermigrate.rollout.Overlays;
import io.powermigrate.rollout.StopRule;
import io.powermigrate.rollout.Target;
import io.powermigrate.spi.MigrationPlugin;
import io.powermigrate.store.Workspace;
import io.powermigrate.time.Time;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a rollout was built with. */
record RolloutSetup(
        EndpointOrSnapshot source,
        List<Target> targets,
        List<MigrationPlugin> plugins,
        Scope scope,
        Overlays overlays,
        BiConsumer<MigrationBuilder, Target> each,
        @Nullable Consumer<Target> makeMissing,
        Workspace workspace,
        boolean ownWorkspace,
        @Nullable Path journals,
        StopRule stopRule,
        int atOnce,
        Time time) {}
