package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.powermigrate.internal.page.PageFile;
import io.powermigrate.plan.Plan;
import io.powermigrate.plan.PlanDiff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as HTML, read as text and opened by a real browser where there is one. */
class HtmlPageTest {

    private static final Plan PLAN = ManyApps.plan(300);

    @TempDir
    Path folder;

    private String html(Plan plan) throws IOException {
        Path file = folder.resolve("plan.html");
        plan.writeTo(file);
        return Files.readString(file);
    }

    @Test
    void the_page_asks_for_nothing_and_allows_its_own_style_and_script_only() throws IOException {
        String html = html(PLAN);

        assertThat(html)
                .contains("default-src 'none'; style-src 'sha256-")
                .contains("base-uri 'none'; form-action 'none'");
        assertThat(html)
                .doesNotContain(" style=")
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContain("<link")
                .doesNotContain("<img");
        Matcher addresses = Pattern.compile("(?:href|src)=\"([^\"#][^\"]*)\"").matcher(html);
        while (addresses.find()) {
            assertThat(addresses.group(1)).startsWith("https://make.powerapps.com/environments/");
        }
    }

    @Test
    void every_anchor_leads_somewhere_and_every_id_is_used_once() throws IOException {
        String html = html(PLAN);
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        Pattern.compile("href=\"#([^\"]+)\"").matcher(html).results().forEach(each -> assertThat(ids)
                .contains(each.group(1)));
        Pattern.compile("data-(?:copy|line)=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .forEach(each -> assertThat(ids).contains(each.group(1)));
    }

    @Test
    void every_app_decision_and_line_stands_in_the_page_without_script() throws IOException {
        String html = html(PLAN);

        PLAN.steps().forEach(step -> assertThat(html).contains(">" + step.displayName() + "<"));
        PLAN.page().section(Section.Key.DECISIONS).orElseThrow().groups().forEach(decision -> decision.choices()
                .forEach(
                        choice -> assertThat(html).contains(choice.line().code().replace("\"", "&quot;"))));
    }

    @Test
    void a_line_to_paste_is_whole_however_long_it_is() {
        String page = Format.HTML.text(EveryField.of(Page.Kind.PLAN, "x".repeat(9_000)));

        assertThat(page).contains("Bind.text(&quot;" + "x".repeat(9_000) + "&quot;, &quot;there&quot;)");
    }

    @Test
    void what_differs_is_a_page_in_every_form() throws IOException {
        PlanDiff diff = PlanDiff.between(ManyApps.plan(20), ManyApps.plan(30));
        for (String ending : PageFile.endings()) {
            diff.writeTo(folder.resolve("changes" + ending));
            assertThat(folder.resolve("changes" + ending)).content().contains("App 29");
        }
    }

    @Test
    void a_browser_finds_nothing_that_the_policy_forbids_and_its_script_reckons() throws Exception {
        Path browser = browser().orElse(null);
        assumeTrue(
                browser != null, "There is no Chromium on this machine: install the package chromium to run this test");
        Path file = folder.resolve("plan.html");
        PLAN.writeTo(file);

        String seen = dom(browser, file);

        assertThat(seen).contains("class=\"js\"");
        assertThat(seen).contains("0 of 6 decided. The next plan would have 85 of 300 ready.");
        assertThat(seen).doesNotContain("Refused to");
    }

    private static Optional<Path> browser() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The document as the browser has it when its script has run, and what it complained of. */
    private String dom(Path browser, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        browser.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        file.toUri().toString())
                .redirectErrorStream(true);
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
