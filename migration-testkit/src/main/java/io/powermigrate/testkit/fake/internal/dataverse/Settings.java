package io.powermigrate.testkit.fake.internal.dataverse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What an administrator or the service sets for an organisation. Thread-safe. */
public final class Settings {
    private volatile String version = "9.2.26072.00142";
    private volatile boolean unmanagedLocked;
    private volatile long maxUpload = 5_242_880;
    private volatile List<Integer> languages = List.of(1033);
    private volatile String blockedAttachments = "ade;adp;app;asa;asp;bat;cmd;com;exe;hta;js;jse;msi;ps1;vbs;wsf";

    private final Organisation organisation;

    Settings(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The version of the server, of four parts. */
    public String version() {
        return version;
    }

    public void version(String newVersion) {
        version = newVersion;
    }

    /** Whether unmanaged customisations are blocked (wire/dataverse-facts.md, A9). */
    public boolean isUnmanagedLocked() {
        return unmanagedLocked;
    }

    public void lockUnmanaged(boolean locked) {
        unmanagedLocked = locked;
        write();
    }

    /** The largest web resource, in bytes (wire/dataverse-facts.md, A10). */
    public long maxUpload() {
        return maxUpload;
    }

    public void maxUpload(long bytes) {
        maxUpload = bytes;
        write();
    }

    /** Codes of the languages that are switched on; the first is that of the organisation. */
    public List<Integer> languages() {
        return languages;
    }

    public void languages(List<Integer> codes) {
        languages = List.copyOf(codes);
        write();
    }

    /** Extensions of files that are refused, split by semicolons. */
    public String blockedAttachments() {
        return blockedAttachments;
    }

    public void blockedAttachments(String extensions) {
        blockedAttachments = extensions.toLowerCase(Locale.ROOT);
        write();
    }

    /** {@code organizations.orgdborgsettings}: only what was set stands there. */
    public String orgDbOrgSettings() {
        return unmanagedLocked
                ? "<OrgSettings><IsLockdownOfUnmanagedCustomizationEnabled>true</IsLockdownOfUnmanagedCustomizationEnabled></OrgSettings>"
                : "<OrgSettings></OrgSettings>";
    }

    /** The row of {@code organizations} says the same. */
    void write() {
        ObjectNode row = Rows.row()
                .put("orgdborgsettings", orgDbOrgSettings())
                .put("maxuploadfilesize", maxUpload)
                .put("blockedattachments", blockedAttachments)
                .put("languagecode", languages.get(0));
        organisation.rows("organizations").update(organisation.id(), row);
    }
}
