package io.powermigrate.internal.plan;

import io.powermigrate.model.Inventory;
import io.powermigrate.spi.ResourceReader;
import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pages where people see and make the resources of an environment, by type. */
final class PagesOfTypes {

    private final Plugins plugins;

    PagesOfTypes(Plugins plugins) {
        this.plugins = plugins;
    }

    SortedMap<String, String> of(Inventory environment) {
        SortedMap<String, String> pages = new TreeMap<>();
        plugins.readers().forEach(reader -> page(reader, environment, pages));
        return pages;
    }

    /** A reader that breaks down here only links less. */
    private static void page(ResourceReader<?> reader, Inventory environment, SortedMap<String, String> pages) {
        try {
            Returned.by(reader, "page", reader.page(environment))
                    .filter(PagesOfTypes::isSafe)
                    .ifPresent(address -> pages.put(reader.type().name(), address.toASCIIString()));
        } catch (RuntimeException | Error e) {
            pages.remove(reader.type().name());
        }
    }

    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme()) && address.getRawUserInfo() == null && address.getHost() != null;
    }
}
