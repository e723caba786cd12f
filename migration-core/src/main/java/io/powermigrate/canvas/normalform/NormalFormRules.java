package io.powermigrate.canvas.normalform;

import io.powermigrate.canvas.reading.WireNames;
import io.powermigrate.internal.zip.EntryName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the normal form leaves out, and where a string is compared as what it holds. Left out is what the service changes whenever it
 * writes (wire/canvas-app-import.md, section 6) or refreshes on load, such as addresses that expire (wire/msapp.md, section 3, rows 7,
 * 17, 21 to 23). JSON and XML inside strings are those that the service's own checksum looks into (wire/msapp.md, section 1.4).
 */
final class NormalFormRules {

    /** What is done with the value of a member. */
    enum Treatment {
        KEEP,
        LEAVE_OUT,
        JSON,
        XML
    }

    private static final Set<String> ENTRIES_LEFT_OUT = Set.of("checksum.json", "appcheckerresult.sarif", ".gitignore");
    private static final String ROOT = "";
    private static final String ANY = "";
    private static final String PROPERTIES = "properties.json";
    private static final String CONTROL_DEFINITION = "DynamicControlDefinitionJson";

    private static final Map<String, List<Rule>> RULES = Stream.of(
                    leaveOut("header.json", ROOT, "LastSavedDateTimeUTC"),
                    leaveOut(PROPERTIES, ROOT, "ControlCount"),
                    leaveOut(PROPERTIES, ROOT, "ErrorCount"),
                    leaveOut(PROPERTIES, ROOT, "ParserErrorCount"),
                    leaveOut(PROPERTIES, ROOT, "BindingErrorCount"),
                    leaveOut(PROPERTIES, ROOT, "DeserializationLoadTime"),
                    leaveOut(PROPERTIES, ROOT, "AnalysisLoadTime"),
                    leaveOut(PROPERTIES, ROOT, "LastControlUniqueId"),
                    leaveOut(PROPERTIES, "connectionRef", "iconUri"),
                    leaveOut(PROPERTIES, "connectionParameters", WireNames.CALLBACK),
                    leaveOut("references/resources.json", "Resources", "RootPath"),
                    leaveOut("entities.json", "Entities", "RootPath"),
                    leaveOut(ANY, "Resources", "ModifiedPath"),
                    leaveOut(ANY, "TableDefinition", "IconUrl"),
                    json(PROPERTIES, ROOT, "LocalConnectionReferences"),
                    json(PROPERTIES, ROOT, "LocalDatabaseReferences"),
                    json(PROPERTIES, ROOT, "LibraryDependencies"),
                    json(ANY, "DataSources", "TableDefinition"),
                    json(ANY, "WadlMetadata", "SwaggerJson"),
                    json(ANY, "Template", CONTROL_DEFINITION),
                    json(ANY, CONTROL_DEFINITION, "AuthConfigProperties"),
                    json(ANY, CONTROL_DEFINITION, "CommonEvents"),
                    json(ANY, CONTROL_DEFINITION, "Events"),
                    json(ANY, CONTROL_DEFINITION, "IncludedProperties"),
                    json(ANY, CONTROL_DEFINITION, "Properties"),
                    json(ANY, CONTROL_DEFINITION, "Resources"),
                    json(ANY, CONTROL_DEFINITION, "SubscribedFunctionalities"),
                    new Rule(ANY, "WadlMetadata", "WadlXml", Treatment.XML),
                    new Rule(ANY, "UsedTemplates", "Template", Treatment.XML))
            .collect(Collectors.groupingBy(Rule::member));

    private NormalFormRules() {}

    /** What is done with a member; the parent is the member that holds its object, arrays between them do not count. */
    static Treatment of(EntryName entry, String parent, String member) {
        for (Rule rule : RULES.getOrDefault(member, List.of())) {
            if (rule.parent.equals(parent) && (rule.entry.equals(ANY) || rule.entry.equals(entry.folded()))) {
                return rule.treatment;
            }
        }
        return Treatment.KEEP;
    }

    /** Whether the entry does not count at all. The YAML repeats the controls, so it counts only where it is alone. */
    static boolean leavesOut(EntryName entry, boolean hasControls) {
        return ENTRIES_LEFT_OUT.contains(entry.folded())
                || hasControls && entry.folded().startsWith("src/");
    }

    private static Rule leaveOut(String entry, String parent, String member) {
        return new Rule(entry, parent, member, Treatment.LEAVE_OUT);
    }

    private static Rule json(String entry, String parent, String member) {
        return new Rule(entry, parent, member, Treatment.JSON);
    }

    /** An entry's folded path or any entry, the holder of the object or the root, the member. */
    private record Rule(String entry, String parent, String member, Treatment treatment) {}
}
