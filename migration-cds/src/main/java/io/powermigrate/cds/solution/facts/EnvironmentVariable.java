package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable. Default and value themselves are no facts, because they may be secrets.
 *
 * @param schemaName what it is called everywhere
 * @param shape where it stands
 * @param type 100000000 text, …001 number, …002 yes or no, …003 JSON, …004 data source, …005 secret; empty if not told
 * @param displayName its title
 * @param required whether it needs a value
 * @param defaultValue whether it brings a default
 * @param hasValue whether the package brings a value, which overwrites that of the destination at each import
 * @param holdsSecret whether default or value look like a secret, such as a signed address
 * @param connectorId of a data source: the connector
 * @param parent of a data source: the variable that it is read within
 * @param parameterKey of a data source: what it is, such as {@code table}
 * @param valueFile path of the file with its value
 */
public record EnvironmentVariable(
        String schemaName,
        VariableShape shape,
        String type,
        @Nullable String displayName,
        boolean required,
        DefaultValue defaultValue,
        boolean hasValue,
        boolean holdsSecret,
        @Nullable String connectorId,
        @Nullable String parent,
        @Nullable String parameterKey,
        @Nullable String valueFile) {

    /** Whether it brings a default that is not empty. */
    public boolean hasDefault() {
        return defaultValue == DefaultValue.PRESENT;
    }

    /** Whether its value is a secret, kept in a vault. */
    public boolean isSecret() {
        return type.equals("100000005");
    }

    /** The same without its value. */
    EnvironmentVariable withoutValue() {
        return new EnvironmentVariable(
                schemaName,
                shape,
                type,
                displayName,
                required,
                defaultValue,
                false,
                holdsSecret,
                connectorId,
                parent,
                parameterKey,
                null);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
