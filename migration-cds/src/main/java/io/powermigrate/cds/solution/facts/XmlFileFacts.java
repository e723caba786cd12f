package io.powermigrate.cds.solution.facts;

import io.powermigrate.internal.text.Shown;

/**
 * How a file of a package spells its XML.
 *
 * @param path its path
 * @param bom whether a byte order mark stands in front
 * @param declaration whether it begins with an XML declaration
 * @param crlf whether its lines end with CR LF
 * @param encoding such as UTF-8
 * @param bytes its size
 */
public record XmlFileFacts(String path, boolean bom, boolean declaration, boolean crlf, String encoding, long bytes) {

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
