package io.powermigrate.testkit.fake.internal.solutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Settings;
import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Part;
import io.powermigrate.testkit.fake.internal.solutions.model.PartKind;
import io.powermigrate.testkit.fake.internal.solutions.model.Sections;
import io.powermigrate.testkit.fake.internal.solutions.model.Versions;
import io.powermigrate.testkit.fake.internal.solutions.schema.ColumnReader;
import io.powermigrate.testkit.fake.wire.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What an import refuses before it changes anything (wire/dataverse.md, section 7, dataverse-facts.md, A and C). */
final class Checks {
    private final Arrival arrival;
    private final Organisation organisation;
    private final Manifest manifest;

    Checks(Arrival arrival) {
        this.arrival = arrival;
        this.organisation = arrival.organisation();
        this.manifest = arrival.manifest();
    }

    void all() {
        server();
        languages();
        privileges();
        lock();
        installed();
        holding();
        names();
        sizes();
        dependencies();
    }

    /** What staging tells of it as well. */
    void staged() {
        server();
        lock();
        installed();
        dependencies();
    }

    private void server() {
        String ours = organisation.settings().version();
        if (Versions.compare(manifest.server(), ours) > 0) {
            throw new ImportFailure(
                    ImportFailure.NEWER_SERVER,
                    "Solution package version " + manifest.server() + " is newer than the version " + ours
                            + " of this organization. It cannot be imported.");
        }
    }

    private void languages() {
        List<Integer> on = organisation.settings().languages();
        String base = manifest.baseLanguage();
        if (base.matches("\\d{1,6}") && !on.contains(Integer.valueOf(base))) {
            throw new ImportFailure(
                    ImportFailure.GENERIC,
                    "The base language " + base + " of the solution is not enabled for this organization.");
        }
        List<String> off = arrival.arriving().languages().stream()
                .filter(each -> each.matches("\\d{1,6}") && !on.contains(Integer.valueOf(each)))
                .toList();
        if (!off.isEmpty()) {
            arrival.log()
                    .warn(
                            "Translated labels for the following languages could not be imported because they have not been"
                                    + " enabled for this organization: " + String.join(", ", off));
        }
    }

    private void privileges() {
        Map<String, Boolean> needed = Map.of(
                "prvImportCustomization", true,
                "prvCreateEntity", has(PartKind.TABLE),
                "prvWriteRole", has(PartKind.ROLE),
                "prvCreateOptionSet", has(PartKind.CHOICE));
        needed.forEach((name, wanted) -> {
            boolean allowed = arrival.order().user().isEmpty()
                    || organisation.security().allows(arrival.order().user(), name);
            if (wanted && !allowed) {
                throw new ImportFailure(ImportFailure.NO_PRIVILEGE, lacking(name));
            }
        });
    }

    private boolean has(PartKind kind) {
        return arrival.arriving().parts(kind).findAny().isPresent();
    }

    private String lacking(String name) {
        String user = arrival.order().user();
        String id = organisation
                .security()
                .privilege(name)
                .map(each -> each.path("privilegeid").asText())
                .orElse("");
        String section = name.equals("prvCreateOptionSet") ? "OptionSets import: FAILURE: " : "";
        return section + "SecLib::CheckPrivilege failed. User: " + user + ", PrivilegeName: " + name
                + ", PrivilegeId: " + id + ", Required Depth: Basic, BusinessUnitId: "
                + organisation.security().rootBusinessUnit() + ", MetadataCache Privileges Count: "
                + organisation.rows("privileges").size() + ", User Privileges Count: "
                + organisation.security().grantedToUser(user).size();
    }

    private void lock() {
        if (!manifest.managed() && organisation.settings().isUnmanagedLocked()) {
            throw new ImportFailure(
                    ImportFailure.NOT_CUSTOMIZABLE,
                    "Unmanaged customizations are blocked in this environment"
                            + " (IsLockdownOfUnmanagedCustomizationEnabled), so an unmanaged solution cannot be imported.");
        }
    }

    private void installed() {
        Optional<ObjectNode> row = arrival.state().row(manifest.uniqueName());
        if (row.isEmpty()) {
            return;
        }
        boolean managed = row.get().path("ismanaged").asBoolean();
        if (managed != manifest.managed()) {
            throw new ImportFailure(
                    managed ? ImportFailure.MANAGED_TO_UNMANAGED : ImportFailure.UNMANAGED_TO_MANAGED,
                    "The solution is already installed on this system as " + (managed ? "a managed" : "an unmanaged")
                            + " solution and the package supplied is attempting to install it in "
                            + (managed ? "unmanaged" : "managed")
                            + " mode. Import can only update solutions when the modes match. Uninstall the current"
                            + " solution and try again.");
        }
        publisher(row.get(), managed);
        version(row.get());
    }

    private void publisher(ObjectNode row, boolean managed) {
        String owner = organisation
                .rows("publishers")
                .find(row.path("_publisherid_value").asText())
                .map(each -> each.path("uniquename").asText())
                .orElse("");
        if (managed && !owner.equalsIgnoreCase(manifest.publisher().uniqueName())) {
            throw new ImportFailure(
                    ImportFailure.PUBLISHER,
                    "The publisher of the solution " + manifest.uniqueName() + " is " + owner
                            + " in this organization and "
                            + manifest.publisher().uniqueName()
                            + " in the package. The publisher of a managed solution cannot be changed.");
        }
    }

    private void version(ObjectNode row) {
        int compared = Versions.compare(manifest.version(), row.path("version").asText());
        boolean lowerRefused = arrival.state().dialects().is(Dialect.LOWER_SOLUTION_VERSION, "refused");
        if (manifest.managed() && arrival.order().isUpgrade() && compared <= 0
                || manifest.managed() && compared < 0 && lowerRefused) {
            throw new ImportFailure(
                    ImportFailure.INVALID_ARGUMENT,
                    "The import solution must have a higher version than the existing solution it is upgrading.");
        }
    }

    private void holding() {
        if (!arrival.order().isUpgrade()) {
            return;
        }
        String name = manifest.uniqueName();
        if (arrival.state().row(name).isEmpty()) {
            throw new ImportFailure(
                    ImportFailure.NO_BASE,
                    "ImportAsHolding failed with exception :Solution manifest import: FAILURE: Cannot create a holding"
                            + " solution for missing base " + name + ".");
        }
        if (arrival.state().row(name + "_Upgrade").isPresent()) {
            throw new ImportFailure(
                    ImportFailure.HOLDING_EXISTS,
                    "Solution manifest import: FAILURE: Holding solution " + name + "_Upgrade already exists.");
        }
    }

    private void names() {
        arrival.arriving().parts(PartKind.TABLE).forEach(table -> TableImport.attributes(table).stream()
                .filter(each -> Dom.text(each, "IsCustomField").equals("1"))
                .map(ColumnReader::name)
                .filter(each -> each.indexOf('_') < 1)
                .findFirst()
                .ifPresent(name -> {
                    throw new ImportFailure(
                            ImportFailure.PREFIX,
                            "Invalid name for attribute " + name
                                    + ". Custom attribute names must start with a valid customization prefix. The prefix"
                                    + " for a solution component should match the prefix that is specified for the"
                                    + " publisher of the solution.");
                }));
    }

    private void sizes() {
        Settings settings = organisation.settings();
        for (Part part : arrival.arriving().parts().values()) {
            boolean web = part.kind() == PartKind.WEB_RESOURCE || part.section().equals("CustomControls");
            long largest = part.files().values().stream()
                    .mapToLong(each -> each.length)
                    .max()
                    .orElse(0);
            if (web && largest > settings.maxUpload()) {
                throw new ImportFailure(
                        ImportFailure.GENERIC,
                        "Import Solution Failed: " + part.kind().word() + " with name " + Sections.name(part)
                                + " failed to import with error: Webresource content size is too big.");
            }
            part.files().keySet().forEach(this::blocked);
        }
    }

    /** Files of file columns only (dataverse-situations.md, S73). */
    private void blocked(String path) {
        Set<String> refused =
                Set.of(organisation.settings().blockedAttachments().split(";"));
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (path.contains("/filecontent/") && refused.contains(extension)) {
            throw new ImportFailure(
                    ImportFailure.ATTACHMENT_BLOCKED,
                    "AttachmentBlocked: The attachment is either not a valid type or is too large. It cannot be uploaded"
                            + " or downloaded. File: " + path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private void dependencies() {
        List<Element> missing = new Dependencies(arrival.state()).missing(arrival.arriving());
        if (!missing.isEmpty()) {
            throw new ImportFailure(ImportFailure.MISSING_DEPENDENCIES, Dependencies.text(manifest, missing));
        }
    }
}
