package io.powermigrate.canvas.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was found so far; each reader fills its part. For one document and one thread. */
final class FactsDraft {

    @Nullable
    Header header;

    AppProperties properties = AppProperties.NONE;
    PublishInfo publishInfo = PublishInfo.NONE;

    @Nullable
    Checksum checksum;

    final List<DataSource> dataSources = new ArrayList<>();
    final List<SourceColumns> sources = new ArrayList<>();
    List<ConnectionReference> connectionReferences = List.of();
    List<DatabaseReference> databaseReferences = List.of();
    List<LibraryDependency> libraryDependencies = List.of();
    List<StudioError> studioErrors = List.of();
    final ControlsReader controls = new ControlsReader();
    final OriginHostsDraft bound = new OriginHostsDraft();
    final Map<String, Integer> repeatedNames = new TreeMap<>();
    final List<String> contradictions = new ArrayList<>();
}
