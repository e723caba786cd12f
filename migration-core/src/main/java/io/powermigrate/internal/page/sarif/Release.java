package io.powermigrate.internal.page.sarif;

import io.powermigrate.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which version of the library writes. */
final class Release {

    private static final String FILE = "/META-INF/maven/io.powermigrate/migration-core/pom.properties";

    private Release() {}

    /** The version that the jar tells; {@code unreleased} where there is no jar. */
    static String version() {
        try (InputStream file = Page.class.getResourceAsStream(FILE)) {
            Properties told = new Properties();
            if (file != null) {
                told.load(file);
            }
            return told.getProperty("version", "unreleased");
        } catch (IOException e) {
            return "unreleased";
        }
    }
}
