package io.powermigrate.cds.webapi;

import io.powermigrate.internal.text.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What words of Dataverse mean where its code says little: many causes share one code, or come without any
 * (wire/dataverse-situations.md).
 */
final class ErrorPhrases {

    /** Parts of the words with {@code &} between them, the reason as a clause, the remedy; {@code |} stands between them. */
    private static final String ROWS = """
            base layer for the component & AppModuleRoles | an app of the solution is shared with a security role by another solution, so the upgrade cannot take away what that builds on | Take the role off the app in the destination (Apps, Share), then upgrade again
            base layer for the component & managed layers over | the upgrade would remove a component that other managed solutions have changed, too | Remove the change of the other solution, or import the package as an update, which removes nothing
            missing base & holding solution | the solution is not installed, so there is nothing to upgrade | Import it without the upgrade
            must have a higher version | an upgrade needs a higher version than the installed one | Give the package a higher version, or import it without the upgrade
            same key has already been added | the service failed and named no component; often an earlier upgrade has left its holding solution, whose name ends with _Upgrade | Look for that solution in the destination, apply or delete it, then import again
            which has an unmanaged base instance | the destination holds the component as an unmanaged one, and a managed package cannot take its place | Delete the unmanaged component in the destination, or import the unmanaged package
            unmanaged solution expects full | the package says unmanaged and holds the differences of a managed one, so somebody changed the flag | Export the unmanaged solution from the source
            is not declared in the control manifest | a form sets a property that the installed version of a control does not know | Install the version of the control's solution that the source has, then import again
            for type OptionSet is not unique | the destination uses the name of a choice for another choice | Give the choice another name in the source
            ndx_envvarval_schemaname | the environment variable has a value already, and a second one was to be made | Set the value that is there
            Environment variable value cannot be an empty string | an empty value was given for an environment variable | Give it a value, or leave the variable out of the settings
            XrmConnectionReferenceMissingConnection | a connection reference of the flow has no connection | Bind the reference with Cds.reference, then plan again
            ConnectionAuthorizationFailed | the signed-in identity may not use a connection of the flow, or the connection is not valid | Let the owner of the connection share it with the signed-in identity, or bind one that it may use with Cds.reference
            does not have permission for connection | the signed-in identity may not use a connection of the flow | Let the owner of the connection share it with the signed-in identity, or bind one that it may use with Cds.reference
            ChildFlowNeverPublished | a flow that this flow calls is switched off | Switch that flow on first
            modifyPermissionsForServicePrincipal | the connection of a virtual table must be shared with the right to share it on, and it is shared for use only | Let the owner of the connection share it as 'Can use + share' with the signed-in identity
            Failed to find connection references with logical name | a connection reference is in neither the package nor the destination | Add the connection reference to the solution in the source
            not authorized to read secrets | the signed-in identity may not read the vault of a secret variable | Give it the role Key Vault Secrets User on the vault, or import without a value and set it later
            Microsoft.PowerPlatform provider is registered | whether the identity may read the vault of a secret variable could not be checked: the subscription of the vault has not registered Microsoft.PowerPlatform, or the identity is a guest | Register the resource provider Microsoft.PowerPlatform in the subscription of the vault, or import as a member of its tenant
            environment variable definition cannot be edited & managed solution | the definition of the variable belongs to a managed solution | Set a value in place of changing the definition
            content size is too big | a web resource or control is larger than the destination takes | Raise the largest size of attachments in the e-mail settings of the destination
            Decompressed data too big | the package or an app in it is too large when it is unpacked | Move some components to another solution
            can't have depth | a role grants a privilege at a depth that the destination does not allow for it | Grant the privilege at another depth in the source
            """;

    private static final List<Phrase> ALL =
            ROWS.lines().map(line -> line.split("\\|")).map(Phrase::of).toList();

    private ErrorPhrases() {}

    /**
     * Words that stand together, and what they mean.
     *
     * @param parts lower case
     */
    record Phrase(List<String> parts, ErrorTable.Row meaning) {

        static Phrase of(String[] cells) {
            List<String> parts = Arrays.stream(cells[0].split("&"))
                    .map(part -> part.trim().toLowerCase(Locale.ROOT))
                    .toList();
            return new Phrase(parts, new ErrorTable.Row(cells[1].trim(), cells[2].trim()));
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** The first meaning of which all words are there, in any case; empty where the words say nothing that is known. */
    static Optional<ErrorTable.Row> of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(phrase -> phrase.parts().stream().allMatch(lower::contains))
                .map(Phrase::meaning)
                .findFirst();
    }
}
