package io.powermigrate.powerapps.app;

/**
 * One line of a zip's directory. Sizes are what the file claims.
 *
 * @param name as stored, forward slashes
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the content
 * @param compressed bytes in the file
 * @param size bytes of the content
 * @param offset where its local header begins
 */
record ZipEntryLine(String name, int method, long crc, long compressed, long size, long offset) {

    ZipEntryLine at(long other) {
        return new ZipEntryLine(name, method, crc, compressed, size, other);
    }
}
