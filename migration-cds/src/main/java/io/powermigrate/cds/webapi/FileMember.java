package io.powermigrate.cds.webapi;

import io.powermigrate.http.Body;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.store.Workspace;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * A file that travels as base64 in a member of a JSON object. Immutable as long as the file is.
 *
 * @param name of the member
 * @param source opens the file, again for each sending
 * @param length of the file in bytes, exactly
 */
public record FileMember(String name, Body.Source source, long length) {

    /** Checks the name. */
    public FileMember {
        Names.name(name);
    }

    /** An artifact of a workspace. */
    public static FileMember of(String name, Workspace workspace, Artifact artifact) {
        return new FileMember(name, () -> workspace.open(artifact), artifact.size());
    }

    /** The object with these members and the file, encoded while it is read. */
    Body body(Document members) {
        String others = members.isMissing() ? "{}" : members.without(name).toJson();
        String begin =
                others.substring(0, others.length() - 1) + (others.length() > 2 ? "," : "") + "\"" + name + "\":\"";
        byte[] before = begin.getBytes(StandardCharsets.UTF_8);
        byte[] after = "\"}".getBytes(StandardCharsets.UTF_8);
        long length = before.length + Base64Encoding.length(this.length) + after.length;
        return Body.stream(
                () -> new SequenceInputStream(Collections.enumeration(List.<InputStream>of(
                        new ByteArrayInputStream(before),
                        new Base64Encoding(source.open()),
                        new ByteArrayInputStream(after)))),
                length,
                "application/json; charset=utf-8");
    }

    @Override
    public String toString() {
        return Shown.message("FileMember[" + name + ", " + Counted.of(length, "byte") + "]");
    }
}
