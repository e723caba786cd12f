package io.powermigrate.testkit.fake.internal.dataverse;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of component types. Those from 10000 on are an organisation's own and differ between organisations
 * (wire/dataverse.md, section 2.2, dataverse-situations.md, S49); all are rows of {@code solutioncomponentdefinitions}.
 */
public final class ComponentTypes {
    private static final String FIXED =
            "Entity:1 Attribute:2 OptionSet:9 EntityRelationship:10 EntityKey:14 Privilege:16 Role:20"
                    + " SavedQuery:26 Workflow:29 SavedQueryVisualization:59 SystemForm:60 WebResource:61 SiteMap:62"
                    + " FieldSecurityProfile:70 FieldPermission:71 AppModule:80 PluginAssembly:91 CanvasApp:300 Connector:372"
                    + " EnvironmentVariableDefinition:380 EnvironmentVariableValue:381";
    private static final String OWN = "connectionreference bot botcomponent maskingrule attributemaskingrule"
            + " secureattributemaskingrule settingdefinition appaction customapi aimodel";

    private final Organisation organisation;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    ComponentTypes(Organisation organisation) {
        this.organisation = organisation;
        for (String word : FIXED.split(" ")) {
            numbers.put(word.substring(0, word.indexOf(':')), Integer.valueOf(word.substring(word.indexOf(':') + 1)));
        }
        int next = 10_000 + Math.floorMod(organisation.id().hashCode(), 350);
        for (String word : OWN.split(" ")) {
            numbers.put(word, next);
            next += 1 + Math.floorMod(word.hashCode(), 5);
        }
    }

    /** The number of a kind by its name, e.g. {@code connectionreference}, without case. */
    public Optional<Integer> number(String name) {
        return numbers.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The name of a kind by its number. */
    public Optional<String> name(int number) {
        return numbers.entrySet().stream()
                .filter(each -> each.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void write() {
        numbers.forEach((name, number) -> organisation
                .rows("solutioncomponentdefinitions")
                .add(Rows.row()
                        .put("name", name)
                        .put("primaryentityname", name.toLowerCase(Locale.ROOT))
                        .put("solutioncomponenttype", number)
                        .put("isviewable", true)));
    }
}
