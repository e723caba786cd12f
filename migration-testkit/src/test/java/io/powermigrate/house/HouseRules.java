package io.powermigrate.house;

import java.util.List;
import java.util.stream.Stream;

/** All rules of the house. */
public final class HouseRules {

    private HouseRules() {}

    /** Those over classes. */
    public static List<HouseRule> ofClasses() {
        return Stream.of(Storeys.rules(), Rooms.rules(), Doors.rules(), Ports.rules(), Values.rules(), Names.rules())
                .flatMap(List::stream)
                .toList();
    }

    /** Those over sources. */
    public static List<SourceRule> ofSources() {
        return SourceRules.all();
    }
}
