package io.powermigrate.page;

import io.powermigrate.internal.page.csv.CsvPage;
import io.powermigrate.internal.page.html.HtmlPage;
import io.powermigrate.internal.page.json.JsonPage;
import io.powermigrate.internal.page.junit.JUnitPage;
import io.powermigrate.internal.page.markdown.MarkdownPage;
import io.powermigrate.internal.page.sarif.SarifPage;
import io.powermigrate.internal.page.text.TextPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The formats of pages, as the tests ask for them. */
public enum Format {
    BRIEF_TEXT((page, out) -> text(page, TextStyle.brief(), out)),
    FULL_TEXT((page, out) -> text(page, TextStyle.everything(), out)),
    HTML(HtmlPage::write),
    MARKDOWN(MarkdownPage::write),
    JSON(JsonPage::write),
    CSV(CsvPage::write),
    SARIF(SarifPage::write),
    JUNIT(JUnitPage::write);

    private interface Writing {

        void write(Page page, OutputStream out) throws IOException;
    }

    private final Writing writing;

    Format(Writing writing) {
        this.writing = writing;
    }

    private static void text(Page page, TextStyle style, OutputStream out) throws IOException {
        TextPage.write(page, style, out);
    }

    /** Writes a page. */
    public void write(Page page, OutputStream out) {
        try {
            writing.write(page, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written, which has to be UTF-8. */
    String text(Page page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(page, bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("no UTF-8", e);
        }
    }
}
