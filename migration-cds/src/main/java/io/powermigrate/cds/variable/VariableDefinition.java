package io.powermigrate.cds.variable;

import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;

/**
 * The definition of an environment variable (wire/dataverse.md, section 5). Its key is its schema name. It travels in a solution with
 * its default; its {@link VariableValue} does not.
 */
public record VariableDefinition(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<VariableDefinition> TYPE =
            new ResourceType<>("environment-variable", VariableDefinition.class, VariableDefinition::new);

    /** A variable of a package. */
    public static VariableDefinition of(EnvironmentVariable variable) {
        return VariableItems.definition(variable);
    }

    /** Number of its type: 100000000 text, ...1 number, ...2 yes or no, ...3 JSON, ...4 data source, ...5 secret. */
    public String kind() {
        return content().text("kind").orElse("");
    }

    /** Whether its value is a reference to a secret in a vault. */
    public boolean isSecret() {
        return kind().equals("100000005");
    }

    /** Whether it brings a default that is not empty. */
    public boolean hasDefault() {
        return content().flag("hasDefault");
    }

    /** Whether it needs a value. */
    public boolean isRequired() {
        return content().flag("required");
    }

    /** Whether a managed solution brought it. */
    public boolean isManaged() {
        return content().flag("managed");
    }

    @Override
    public boolean isSupplied() {
        return isManaged();
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
