package io.powermigrate.internal.page.sarif;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SARIF 2.1.0 calls a run, as JSON is written of it: names of components are names of the format, null is left out.
 *
 * @param results made while they are written
 */
record SarifLog(
        Tool tool,
        AutomationDetails automationDetails,
        List<Invocation> invocations,
        String columnKind,
        Iterable<Result> results,
        Map<String, Object> properties) {

    record Tool(Driver driver) {}

    record Driver(String name, String version, List<Rule> rules) {}

    record Rule(String id, Text shortDescription, Configuration defaultConfiguration, Map<String, Object> properties) {}

    record Configuration(String level) {}

    record AutomationDetails(String id) {}

    record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

    record Notification(Descriptor descriptor, String level, Text message) {}

    record Descriptor(String id) {}

    /** A message, or what stands at a place. */
    record Text(String text) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String kind,
            String level,
            Text message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            Map<String, Object> properties) {}

    record Location(
            PhysicalLocation physicalLocation,
            List<LogicalLocation> logicalLocations,
            @Nullable Text message) {}

    record PhysicalLocation(
            ArtifactLocation artifactLocation, @Nullable Region region) {}

    record ArtifactLocation(String uri) {}

    record Region(int charOffset, int charLength, Text snippet) {}

    record LogicalLocation(String name, String fullyQualifiedName, String kind) {}
}
