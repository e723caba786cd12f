package io.powermigrate.cds.solution.reading;

import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.schema.Choice;
import io.powermigrate.cds.solution.schema.ChoiceOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an {@code optionset}: a global choice, or that of a column (wire/dataverse.md, section 6.6). */
final class ChoiceReader {

    private ChoiceReader() {}

    static Choice read(XmlCursor xml) {
        String name = xml.attribute("Name").orElse("");
        List<ChoiceOption> options = new ArrayList<>();
        Fields fields = Fields.read(xml, Set.of("OptionSetType", "IsGlobal"), child -> {
            if (child.equals("options") || child.equals("states") || child.equals("statuses")) {
                xml.children(option -> options.add(option(xml)));
            }
        });
        return new Choice(name, fields.flag("IsGlobal"), fields.text("OptionSetType", ""), options);
    }

    private static ChoiceOption option(XmlCursor xml) {
        String value = xml.attribute("value").orElse("");
        String state = xml.attribute("state").orElse(null);
        Map<String, String> labels = new LinkedHashMap<>();
        xml.children(child -> {
            if (child.equals("labels")) {
                labels.putAll(LabelReader.read(xml));
            }
        });
        return new ChoiceOption(value, labels, state);
    }
}
