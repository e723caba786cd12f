package io.powermigrate.internal.page.html;

import io.powermigrate.internal.text.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet or script that stands in the page itself; the page's policy allows nothing else, by its digest.
 *
 * @param text what stands in the page
 * @param source how the policy names it
 */
record Asset(String text, String source) {

    static final Asset STYLE = of("page.css");
    static final Asset SCRIPT = of("page.js");

    @Override
    public String toString() {
        return Shown.record(this);
    }

    private static Asset of(String name) {
        try (InputStream bytes = Asset.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(Shown.message(name + " is missing in the jar"));
            }
            byte[] text = bytes.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return new Asset(
                    new String(text, StandardCharsets.UTF_8),
                    "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
