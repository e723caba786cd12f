package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.model.SolutionPackage;
import io.powermigrate.testkit.fake.internal.solutions.schema.ColumnReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A solution as an organisation holds it. Immutable.
 *
 * @param arrived the package that brought it last
 * @param columns the columns that it brought, {@code table.column}
 */
record Installed(SolutionPackage arrived, Set<String> columns) {
    Installed {
        columns = Set.copyOf(columns);
    }

    static Installed of(SolutionPackage arrived) {
        Set<String> columns = new TreeSet<>();
        arrived.parts(PartKind.TABLE).forEach(table -> TableImport.attributes(table)
                .forEach(each -> columns.add(TableImport.name(table) + "." + ColumnReader.name(each))));
        return new Installed(arrived, columns);
    }

    /** After an update: what the package lacks stays of this solution. */
    static Installed updated(Installed before, SolutionPackage arrived) {
        Map<Part.Id, Part> parts = new LinkedHashMap<>(before.arrived().parts());
        parts.putAll(arrived.parts());
        Installed now = of(arrived);
        Set<String> columns = new TreeSet<>(before.columns());
        columns.addAll(now.columns());
        return new Installed(
                new SolutionPackage(arrived.manifest(), arrived.languages(), parts, arrived.rest()), columns);
    }

    Manifest manifest() {
        return arrived.manifest();
    }

    List<Part.Id> partIds() {
        return List.copyOf(arrived.parts().keySet());
    }
}
