package io.powermigrate.powerapps.app;

import io.powermigrate.store.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder on this computer, a workspace and two environments, for tests to inherit. */
abstract class FolderOfDocuments {

    @TempDir
    Path folder;

    final Workspace workspace = Workspace.temporary();
    final Crossing crossing = new Crossing();

    @AfterEach
    void close() {
        crossing.close();
        workspace.close();
    }
}
