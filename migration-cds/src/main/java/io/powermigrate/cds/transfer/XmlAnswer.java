package io.powermigrate.cds.transfer;

import io.powermigrate.cds.solution.input.LimitValues;
import io.powermigrate.cds.solution.input.Refusals;
import io.powermigrate.cds.solution.input.Taken;
import io.powermigrate.cds.solution.input.XmlCursor;
import io.powermigrate.cds.solution.input.XmlLimits;
import io.powermigrate.error.MigrationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads XML that stands in an answer: without document types, within the limits of packages. */
final class XmlAnswer {

    private XmlAnswer() {}

    /**
     * Hands over a cursor on the root element.
     *
     * @return whether it was read to its end; what is damaged, cut or beyond a limit ends it early
     */
    static boolean read(String xml, String what, XmlCursor.Visit root) {
        XmlLimits limits = new XmlLimits(what, new Taken(new Refusals("an answer", LimitValues.STANDARD)));
        try {
            XmlCursor.read(new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)), limits, root);
            return true;
        } catch (MigrationException damaged) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
