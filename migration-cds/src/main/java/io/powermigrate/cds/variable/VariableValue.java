package io.powermigrate.cds.variable;

import io.powermigrate.cds.solution.facts.EnvironmentVariable;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;
import io.powermigrate.model.SlotType;
import java.util.Optional;

/**
 * The value that an environment gives a variable. It belongs to the environment, so a line of the mapping gives that of the
 * destination ({@code Cds.value("new_Url", "https://fabrikam.com")}); no value of the source is kept or sent, only its digest.
 * Its key is the schema name of the variable.
 */
public record VariableValue(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<VariableValue> TYPE =
            new ResourceType<>("variable-value", VariableValue.class, VariableValue::new);

    /** Of lines that give a variable its value. */
    public static final SlotType SLOT = new SlotType("value");

    /** What a destination is to give a variable of a package. */
    public static VariableValue of(EnvironmentVariable variable) {
        return VariableItems.value(variable);
    }

    /** Digest of the value; empty where the environment gives none. */
    public Optional<String> digest() {
        return content().text("digest");
    }

    /** Whether it is a reference to a secret in a vault. */
    public boolean isSecret() {
        return content().flag("secret");
    }

    /** Whether the destination must get a value: the source has one, or the variable demands one and has no default. */
    public boolean isNeeded() {
        return content().flag("needed");
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
