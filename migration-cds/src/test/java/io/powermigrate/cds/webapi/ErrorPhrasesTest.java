package io.powermigrate.cds.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of the service that people met (wire/dataverse-situations.md) get a reason and a remedy, whatever their code is. */
class ErrorPhrasesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "S13 | ImportAsHolding failed with exception :The uninstall operation will delete the base layer for the component 'AppModuleRoles' with id 'e50feeb1'. The operation cannot continue because there are other managed layers over the base layer. | shared with a security role | Take the role off the app",
                "S13 of another component | The uninstall operation will delete the base layer for the component 'SystemForm' with id 'e50feeb1'. The operation cannot continue because there are other managed layers over the base layer. | other managed solutions | import the package as an update",
                "S16 | ImportAsHolding failed with exception :Solution manifest import: FAILURE: Cannot create a holding solution for missing base FOBDSPNotes. | nothing to upgrade | without the upgrade",
                "S19 | Core failed to import: An item with the same key has already been added. | named no component | apply or delete it",
                "S22 | The import solution must have a higher version than the existing solution it is upgrading. | higher version | higher version",
                "S25 | CanvasApp import: FAILURE: A managed solution cannot overwrite the CanvasApp component with Id=5ccf3fd0 which has an unmanaged base instance. | as an unmanaged one | Delete the unmanaged component",
                "S28 | Site Map import: FAILURE: unmanaged solution expects full siteMapXml | somebody changed the flag | Export the unmanaged solution",
                "S43 | Flow client error returned with status code \"Forbidden\" and details \"ConnectionAuthorizationFailed\" | may not use a connection | share it",
                "S43 of older servers | The caller with object id 'a' does not have permission for connection 'b' under Api 'c'. | may not use a connection | share it",
                "S44 | {\"code\":\"XrmConnectionReferenceMissingConnection\",\"message\":\"Connection Id missing\"} | has no connection | Cds.reference",
                "S47 | Error calling /modifyPermissionsForServicePrincipal, StatusCode: Forbidden | for use only | Can use + share",
                "S52 | Violation of UNIQUE KEY constraint 'ndx_envvarval_schemaname'. Cannot insert duplicate key | a value already | Set the value that is there",
                "S55 | User is not authorized to read secrets from '/subscriptions/a/vaults/b' resource. | vault of a secret variable | Key Vault Secrets User",
                "S56 | Could not verify the user permission on '/subscriptions/a' resource. Make sure that Microsoft.PowerPlatform provider is registered in the Azure subscription. | could not be checked | Register the resource provider",
                "S59 | This environment variable definition cannot be edited because it is in a managed solution. | belongs to a managed solution | Set a value",
                "S71 | Import Solution Failed: CustomControl with name Grid failed to import with error: Webresource content size is too big. | larger than the destination takes | e-mail settings",
                "S80 | Property icon is not declared in the control manifest. | does not know | version of the control's solution",
                "S82 | The schema name contact_preferredcontactmethodcode for type OptionSet is not unique. An OptionSet with same name already exists. | another choice | another name"
            })
    void words_that_people_met_are_explained(String situation, String message, String reason, String remedy) {
        DataverseError error = DataverseError.of("0x80040216", message);

        assertThat(error.reason().orElse("")).contains(reason);
        assertThat(error.remedy().orElse("")).contains(remedy);
    }
}
