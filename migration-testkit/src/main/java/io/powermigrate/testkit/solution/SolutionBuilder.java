package io.powermigrate.testkit.solution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Builds a solution package, as a Dataverse server exports it, from a specification. The same calls make the same bytes.
 *
 * <pre>{@code
 * byte[] zip = SolutionBuilder.named("Orders")
 *     .publisher("contoso", "new")
 *     .version("1.0.0.0")
 *     .table(TableSpec.named("new_Order", "Order")
 *         .column(ColumnSpec.money("new_Amount", 2))
 *         .column(ColumnSpec.lookup("new_CustomerId", "account")))
 *     .role(RoleSpec.named("Order clerk").privilege("prvReadnew_Order", "Global"))
 *     .managed()
 *     .toZip();
 * }</pre>
 *
 * The shape follows docs/wire/dataverse.md, section 6. Forms and views are not built. Not thread safe.
 */
public final class SolutionBuilder {
    private final Contents contents;

    private SolutionBuilder(String uniqueName) {
        contents = new Contents(
                SpecError.notBlank(uniqueName, "unique name of a solution", "Name it, for example Orders."));
    }

    /** An unmanaged solution of that unique name, version 1.0.0.0, of the publisher contoso with the prefix new. */
    public static SolutionBuilder named(String uniqueName) {
        return new SolutionBuilder(uniqueName);
    }

    /** The name that people see; the unique name if it is not told. */
    public SolutionBuilder displayName(String name) {
        contents.displayName = name;
        return this;
    }

    /** The publisher's unique name and the prefix of its components. */
    public SolutionBuilder publisher(String uniqueName, String prefix) {
        contents.publisher = uniqueName;
        contents.prefix = prefix;
        return this;
    }

    /** The solution's version: two to four numbers with points. */
    public SolutionBuilder version(String version) {
        if (!version.matches("\\d+(\\.\\d+){1,3}")) {
            throw SpecError.of("'" + version + "' is no version.", "Give two to four numbers, for example 1.0.0.0.");
        }
        contents.version = version;
        return this;
    }

    /**
     * A canvas app.
     *
     * @param name its logical name, e.g. {@code new_visits_1a2b3}
     * @param document its .msapp, see {@link io.powermigrate.testkit.msapp.AppDocument}
     */
    public SolutionBuilder canvasApp(String name, String displayName, byte[] document) {
        contents.canvasApps.add(new CanvasAppPart(name, displayName, document));
        return this;
    }

    /** A custom connector to the API of a host, to which people sign in with OAuth, or which takes everybody. */
    public SolutionBuilder connector(String name, String displayName, String host, boolean signsIn) {
        contents.connectors.add(new ConnectorPart(name, displayName, host, signsIn));
        return this;
    }

    /** Makes it a patch of the solution of that unique name. */
    public SolutionBuilder patchOf(String parent) {
        contents.parent = parent;
        return this;
    }

    /** The version of the server that exports, such as 9.2.22121.162: it decides where the list of types lies in the zip. */
    public SolutionBuilder server(String version) {
        if (!version.matches("\\d+\\.\\d+\\.\\d+(\\.\\d+)?")) {
            throw SpecError.of("'" + version + "' is no server version.", "Give one such as 9.2.22121.162.");
        }
        contents.server = version;
        return this;
    }

    /** The package is managed: it installs, and can be updated, upgraded and uninstalled. */
    public SolutionBuilder managed() {
        contents.managed = true;
        return this;
    }

    /** One more table. */
    public SolutionBuilder table(TableSpec table) {
        contents.tables.add(table);
        return this;
    }

    /** One more global choice. */
    public SolutionBuilder choice(ChoiceSpec global) {
        contents.choices.add(global);
        return this;
    }

    /** One more security role. */
    public SolutionBuilder role(RoleSpec role) {
        contents.roles.add(role);
        return this;
    }

    /** One more permission set (column security profile). */
    public SolutionBuilder permissionSet(PermissionSetSpec set) {
        contents.permissionSets.add(set);
        return this;
    }

    /** One more environment variable. */
    public SolutionBuilder variable(VariableSpec variable) {
        contents.variables.add(variable);
        return this;
    }

    /**
     * One more connection reference.
     *
     * @param logicalName with the publisher's prefix, such as new_sharedoffice365_1
     * @param connector the connector's name, such as shared_office365
     */
    public SolutionBuilder connectionReference(String logicalName, String connector) {
        contents.references.add(new Reference(logicalName, connector));
        return this;
    }

    /** One more cloud flow. */
    public SolutionBuilder flow(FlowSpec flow) {
        contents.flows.add(flow);
        return this;
    }

    /**
     * One more web resource.
     *
     * @param name with the publisher's prefix, such as new_/script.js
     * @param type 1 page, 2 style sheet, 3 script, 4 data, 5 PNG, 6 JPG, 7 GIF, 10 icon, 11 vector
     * @param content kept, not copied
     */
    public SolutionBuilder webResource(String name, int type, byte[] content) {
        contents.webResources.add(new WebResource(name, type, content));
        return this;
    }

    /** One more dependency on what the package does not hold. */
    public SolutionBuilder missing(MissingSpec dependency) {
        contents.missing.add(dependency);
        return this;
    }

    /** One more language, by its number such as 1031; the base language is 1033 and comes first. */
    public SolutionBuilder language(int code) {
        contents.languages.add(String.valueOf(code));
        return this;
    }

    /** The base language in place of 1033. */
    public SolutionBuilder baseLanguage(int code) {
        contents.languages.set(0, String.valueOf(code));
        return this;
    }

    /** One more file, at a path inside the zip; the bytes are kept, not copied. */
    public SolutionBuilder file(String path, byte[] content) {
        contents.files.put(path, content);
        return this;
    }

    /** The package. */
    public byte[] toZip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException memory) {
            throw new UncheckedIOException("The solution package was not written. Free memory.", memory);
        }
        return out.toByteArray();
    }

    /**
     * Writes the package without holding it whole; the stream stays open.
     *
     * @throws IOException if the stream cannot be written
     */
    public void writeTo(OutputStream out) throws IOException {
        new SolutionZip(contents).write(out);
    }
}
