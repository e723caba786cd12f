package io.powermigrate.journal;

import io.powermigrate.testkit.contract.JournalStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The library's own store keeps the promises that it asks of others. */
class FileStoreContractTest extends JournalStoreContract {

    @TempDir
    Path folder;

    @Override
    protected JournalStore open() {
        return FileStore.in(folder);
    }
}
