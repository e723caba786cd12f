package io.powermigrate.internal.page;

import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.WholeFile;
import io.powermigrate.internal.page.csv.CsvPage;
import io.powermigrate.internal.page.html.HtmlPage;
import io.powermigrate.internal.page.json.JsonPage;
import io.powermigrate.internal.page.junit.JUnitPage;
import io.powermigrate.internal.page.markdown.MarkdownPage;
import io.powermigrate.internal.page.sarif.SarifPage;
import io.powermigrate.internal.page.text.TextPage;
import io.powermigrate.page.Page;
import io.powermigrate.page.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a page to a file, in the form that its ending names. */
public final class PageFile {

    /** Writes a page as a stream of UTF-8. */
    private interface Form {

        void write(Page page, OutputStream out) throws IOException;
    }

    /** By ending; the longest that fits counts. */
    private static final Map<String, Form> FORMS = forms();

    private static final String JSON = ".json";

    private PageFile() {}

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put(".full.txt", (page, out) -> text(page, TextStyle.everything(), out));
        forms.put(".txt", (page, out) -> text(page, TextStyle.brief(), out));
        forms.put(".html", HtmlPage::write);
        forms.put(".md", MarkdownPage::write);
        forms.put(".page.json", JsonPage::write);
        forms.put(".csv", CsvPage::write);
        forms.put(".sarif", SarifPage::write);
        forms.put(".junit.xml", JUnitPage::write);
        return Collections.unmodifiableMap(forms);
    }

    private static void text(Page page, TextStyle style, OutputStream out) throws IOException {
        TextPage.write(page, style, out);
    }

    /** The endings that name a form of pages. */
    public static Set<String> endings() {
        return FORMS.keySet();
    }

    /** Whether the ending of a file names a form of pages. */
    public static boolean isPage(Path file) {
        return FORMS.keySet().stream().anyMatch(name(file)::endsWith);
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a file that only its owner may read, whole or not at all.
     *
     * @param what what messages call it, such as {@code plan}
     * @param page what is written for every ending but {@code .json}
     * @param json what is written for that one
     * @throws MigrationException when the ending names no known form, or the file cannot be written
     */
    public static void write(String what, Supplier<Page> page, Path file, Consumer<Path> json) {
        if (!isPage(file) && name(file).endsWith(JSON)) {
            json.accept(file);
        } else {
            write(what, page, file, List.of(JSON));
        }
    }

    /** As {@link #write}, for what is nothing but its page. */
    public static void writePage(String what, Page page, Path file) {
        write(what, () -> page, file, List.of());
    }

    private static void write(String what, Supplier<Page> made, Path file, List<String> more) {
        Form form = FORMS.entrySet().stream()
                .filter(each -> name(file).endsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "The " + what + " was not written to " + file + " because its ending names no known form",
                        "Name a file that ends in one of "
                                + Stream.concat(more.stream(), FORMS.keySet().stream())
                                        .collect(Collectors.joining(", "))));
        Page page = made.get();
        try {
            WholeFile.write(file, out -> form.write(page, out));
        } catch (IOException e) {
            throw new MigrationException(
                    "The " + what + " was not written to " + file + " because " + e,
                    "Name a file that can be written",
                    e);
        }
    }
}
