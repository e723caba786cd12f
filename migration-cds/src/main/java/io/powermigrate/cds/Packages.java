package io.powermigrate.cds;

import io.powermigrate.cds.carrier.PackageFolder;
import io.powermigrate.model.Inventory;
import io.powermigrate.store.Workspace;
import java.nio.file.Path;

/**
 * Solution packages on this computer as the source of a migration, for those who have no access to where they were exported.
 *
 * <pre>{@code
 * Workspace workspace = Workspace.at(Path.of("work"));
 * Migration.from(Packages.in(Path.of("releases"), workspace)).to(prod).workspace(workspace).install(Cds.plugin())
 * }</pre>
 */
public final class Packages {

    private Packages() {}

    /**
     * All packages of a folder. A file that is no package stands in the inventory as one that could not be read, with the reason.
     *
     * @param folder its zips are read, those of folders below it, too
     * @param workspace keeps the packages; the migration must have the same one
     * @throws io.powermigrate.error.MigrationException when the folder cannot be read or holds no zip
     */
    public static Inventory in(Path folder, Workspace workspace) {
        return new PackageFolder(folder, workspace).inventory();
    }
}
