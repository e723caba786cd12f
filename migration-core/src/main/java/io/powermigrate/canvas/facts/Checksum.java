package io.powermigrate.canvas.facts;

import io.powermigrate.canvas.json.JsonCursor;
import io.powermigrate.internal.text.Shown;
import org.jspecify.annotations.Nullable;

/**
 * {@code checksum.json}: stamps of the whole document. The prefix names the algorithm ({@code C8_}). Newer documents have none
 * (wire/msapp.md, section 1.4); it is no proof of anything and is not checked here.
 *
 * @param server the service's stamp
 * @param client the stamp of the tool that packed the document, if one did
 * @param perFile number of entries that the service stamped
 */
public record Checksum(@Nullable String server, @Nullable String client, int perFile) {

    static Checksum read(JsonCursor json) {
        String server = null;
        String client = null;
        int perFile = 0;
        json.enterObject();
        while (json.nextMember()) {
            switch (json.name()) {
                case "ServerStampedChecksum" -> server = json.text();
                case "ClientStampedChecksum" -> client = json.text();
                case "ServerPerFileChecksums" -> perFile = members(json);
                default -> {}
            }
        }
        return new Checksum(server, client, perFile);
    }

    private static int members(JsonCursor json) {
        int count = 0;
        json.enterObject();
        while (json.nextMember()) {
            count++;
        }
        return count;
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
