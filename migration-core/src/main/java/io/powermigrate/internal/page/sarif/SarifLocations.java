package io.powermigrate.internal.page.sarif;

import io.powermigrate.internal.page.sarif.SarifLog.ArtifactLocation;
import io.powermigrate.internal.page.sarif.SarifLog.Location;
import io.powermigrate.internal.page.sarif.SarifLog.LogicalLocation;
import io.powermigrate.internal.page.sarif.SarifLog.PhysicalLocation;
import io.powermigrate.internal.page.sarif.SarifLog.Region;
import io.powermigrate.internal.page.sarif.SarifLog.Text;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.page.Item;
import io.powermigrate.page.Place;
import java.util.List;

/** Where a result is: the resource and, in it, each place. A resource is a folder, what is in it a file. */
final class SarifLocations {

    private SarifLocations() {}

    static List<Location> of(Item item) {
        return item.places().isEmpty()
                ? List.of(new Location(
                        new PhysicalLocation(new ArtifactLocation(address(item, "")), null),
                        List.of(logical(item)),
                        null))
                : item.places().stream().map(place -> at(item, place)).toList();
    }

    private static Location at(Item item, Place place) {
        Region region = place.length() <= 0 || place.offset() < 0
                ? null
                : new Region(place.offset(), place.length(), new Text(Shown.message(place.excerpt())));
        return new Location(
                new PhysicalLocation(new ArtifactLocation(address(item, place.artifact())), region),
                List.of(logical(item)),
                place.words().isEmpty() ? null : SarifText.message(place.words()));
    }

    private static LogicalLocation logical(Item item) {
        String type = type(item);
        return new LogicalLocation(
                Shown.message(item.name()),
                Shown.message(type + "/" + (item.id().isEmpty() ? item.name() : item.id())),
                type);
    }

    private static String address(Item item, String artifact) {
        String name = item.name().isBlank() ? item.id() : item.name().replace('/', '_');
        return SarifText.address(type(item), name, artifact);
    }

    private static String type(Item item) {
        return item.key() == null ? "page" : item.key().type();
    }
}
