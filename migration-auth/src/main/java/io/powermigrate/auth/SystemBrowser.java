package io.powermigrate.auth;

import io.powermigrate.error.MigrationException;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the browser of this machine's desktop. Stateless. */
final class SystemBrowser implements Consumer<URI> {

    @Override
    public void accept(URI address) {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            throw failed("this machine has no desktop that Java can reach", null);
        }
        try {
            Desktop.getDesktop().browse(address);
        } catch (IOException | SecurityException e) {
            throw failed("the desktop refused it", e);
        }
    }

    private static MigrationException failed(String because, @Nullable Exception cause) {
        return new MigrationException(
                "No browser was opened because " + because,
                "Sign in with deviceCode, or open the address yourself with SignInSettings.browser",
                cause);
    }
}
