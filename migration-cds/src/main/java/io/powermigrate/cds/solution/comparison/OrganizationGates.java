package io.powermigrate.cds.solution.comparison;

import io.powermigrate.internal.text.Shown;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Three settings of an environment that let an import fail late; one row of {@code organizations} tells them
 * (wire/dataverse-facts.md).
 *
 * @param unmanagedLocked whether unmanaged customisations are blocked
 * @param mostBytes the most bytes of one web resource or control; 0 if not known
 * @param blockedExtensions endings of file names, lower case, without the point
 */
public record OrganizationGates(boolean unmanagedLocked, long mostBytes, Set<String> blockedExtensions) {

    /** Nothing is locked or limited, as far as is known. */
    public static final OrganizationGates UNKNOWN = new OrganizationGates(false, 0, Set.of());

    private static final Pattern LOCKED =
            Pattern.compile("<IsLockdownOfUnmanagedCustomizationEnabled>\\s*true\\s*</", Pattern.CASE_INSENSITIVE);

    /** Copies the set. */
    public OrganizationGates {
        blockedExtensions = Set.copyOf(blockedExtensions);
    }

    /**
     * What the columns of the row mean.
     *
     * @param orgDbOrgSettings XML that holds only what somebody set; may be empty
     * @param maxUploadFileSize bytes
     * @param blockedAttachments endings with semicolons between them; may be empty
     */
    public static OrganizationGates of(String orgDbOrgSettings, long maxUploadFileSize, String blockedAttachments) {
        Set<String> blocked = Arrays.stream(
                        blockedAttachments.toLowerCase(Locale.ROOT).split(";"))
                .map(String::trim)
                .filter(ending -> !ending.isEmpty())
                .collect(Collectors.toSet());
        return new OrganizationGates(LOCKED.matcher(orgDbOrgSettings).find(), maxUploadFileSize, blocked);
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
