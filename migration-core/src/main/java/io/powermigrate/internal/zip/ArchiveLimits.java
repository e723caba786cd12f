package io.powermigrate.internal.zip;

/**
 * What a zip may cost to read; one that is beyond is refused, never cut.
 *
 * @param archive bytes of the zip itself
 * @param entries how many
 * @param entryName characters in the name of one entry
 * @param ratio inflated bytes per compressed byte of an entry that is text, looked at above 1 MiB
 * @param entry inflated bytes of one entry
 * @param total inflated bytes of all entries that are read
 */
public record ArchiveLimits(long archive, int entries, int entryName, int ratio, long entry, long total) {

    private static final long WITHOUT_ZIP64 = 0xffffffffL;

    /**
     * Of packages: as large as a zip without zip64 can be, since they are copied and read as streams. Who takes an entry into memory
     * has a limit for it.
     */
    public static final ArchiveLimits PACKAGE =
            new ArchiveLimits(WITHOUT_ZIP64, 10_000, 1_000, 200, WITHOUT_ZIP64, WITHOUT_ZIP64);
}
