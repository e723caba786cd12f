package io.powermigrate.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.canvas.rebind.HostileRebindTest;
import io.powermigrate.canvas.requirements.Availability;
import io.powermigrate.canvas.requirements.CompileFacts;
import io.powermigrate.canvas.requirements.Origin;
import io.powermigrate.canvas.requirements.RequirementsCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a document has much of: four times as much takes about four times the work of this thread. What is quadratic takes 16 times. */
@Tag("long")
class GrowthTest {

    private static final int FEW = 10_000;
    private static final int TIMES = 4;
    private static final int MOST_GROWTH = 10;
    private static final long NOTHING_NANOS = 10_000_000;
    private static final String QUOTE = "\\\"";
    private static final String CONTROLS = "Controls\\1.json";
    private static final String SOURCES = "References\\DataSources.json";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Map<String, IntFunction<StreamedMsapp>> KINDS = Map.ofEntries(
            Map.entry("uses in one formula", n -> formula(to -> to.times(n, "Orders&"))),
            Map.entry(
                    "texts to replace in one text",
                    n -> formula(to -> to.text(QUOTE).times(n, "some text ").text(QUOTE))),
            Map.entry("texts to replace", n -> formula(to -> to.times(n, QUOTE + "some text" + QUOTE + "&"))),
            Map.entry(
                    "names below tables",
                    n -> formula(to -> to.each(200, i -> "Filter(T" + i + ",").each(n, i -> "n" + i + " "))),
            Map.entry("tags and edits", GrowthTest::tags),
            Map.entry("errors and uses at one place", GrowthTest::errors),
            Map.entry(
                    "data sources of one name",
                    n -> sources(
                            to -> to.list(n, i -> "{'Name':'Orders','LogicalName':'row','RelatedEntityName':'X'}"))),
            Map.entry(
                    "views of one table",
                    n -> sources(to -> to.text("{'Name':'Orders','LogicalName':'row'},")
                            .list(
                                    n,
                                    i -> "{'Name':'V','Type':'ViewInfo','DisplayName':'V" + i
                                            + "','RelatedEntityName':'Orders'}"))),
            Map.entry("hosts in a Swagger", GrowthTest::swagger),
            Map.entry("lines of YAML", n -> StreamedMsapp.withOrders()
                    .entry("Src\\App.pa.yaml", to -> to.each(n, i -> "  A" + i + ": =Orders\n"))),
            Map.entry("objects with names of their own", n -> StreamedMsapp.small()
                    .entry(
                            "Themes.json",
                            to -> to.text("[").list(n, i -> "{'k" + i + "':1}").text("]"))),
            Map.entry("code components", n -> StreamedMsapp.small().entry("Properties.json", to -> components(to, n))));

    static Set<String> kinds() {
        return KINDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void work_grows_with_the_length_only(String kind, @TempDir Path folder) throws IOException {
        IntFunction<StreamedMsapp> documents = Objects.requireNonNull(KINDS.get(kind));
        long once = least(documents.apply(FEW), folder);
        long longer = least(documents.apply(TIMES * FEW), folder);

        assertThat(longer)
                .as("%s: nanoseconds for %d times as much, which took %d", kind, TIMES, once)
                .isLessThan(Math.max(once, NOTHING_NANOS) * MOST_GROWTH);
    }

    private static long least(StreamedMsapp document, Path folder) throws IOException {
        Path file = folder.resolve("document.msapp");
        document.writeTo(file);
        return IntStream.range(0, 3).mapToLong(i -> once(file)).min().orElseThrow();
    }

    private static long once(Path file) {
        long start = THREADS.getCurrentThreadCpuTime();
        CanvasDocument document = CanvasDocument.open(file);
        CompileFacts facts = document.compileFacts();
        new RequirementsCheck(facts, need -> Availability.absent(), Origin.unknown()).issues();
        document.normalForm();
        document.rebind(HostileRebindTest.EVERYTHING).writeTo(OutputStream.nullOutputStream());
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static StreamedMsapp formula(StreamedMsapp.Content formula) {
        return StreamedMsapp.withOrders().entry(CONTROLS, to -> {
            to.text("{'TopParent':{'Name':'S','Rules':[{'Property':'Text','InvariantScript':'");
            formula.write(to);
            to.text("1'}]}}");
        });
    }

    private static StreamedMsapp sources(StreamedMsapp.Content sources) {
        return StreamedMsapp.small().entry(SOURCES, to -> {
            to.text("{'DataSources':[");
            sources.write(to);
            to.text("]}");
        });
    }

    private static StreamedMsapp tags(int count) {
        String tag = "{'Tag':'{" + QUOTE + "start" + QUOTE + ":70000," + QUOTE + "limit" + QUOTE + ":80000}'}";
        return StreamedMsapp.withOrders().entry(CONTROLS, to -> to.text("{'TopParent':{'Rules':[{'InvariantScript':'")
                .times(count, "Orders&")
                .text("1','TaggedRuleArray':[")
                .list(count, i -> tag)
                .text("]}]}}"));
    }

    private static StreamedMsapp errors(int count) {
        return formula(to -> to.times(count, "Orders&")).entry("AppCheckerResult.sarif", to -> to.text(
                        "{'runs':[{'results':[")
                .list(
                        count,
                        i -> "{'ruleId':'app-ErrX','locations':[{'physicalLocation':{'address':"
                                + "{'fullyQualifiedName':'S.Text'},'region':{'charOffset':" + (8_000_000 + 3 * i)
                                + ",'charLength':1}}}]}")
                .text("]}]}"));
    }

    private static StreamedMsapp swagger(int count) {
        return sources(to -> to.text("{'WadlMetadata':{'SwaggerJson':'{" + QUOTE + "basePath" + QUOTE + ":" + QUOTE
                        + "/apim/a" + QUOTE)
                .times(count, "," + QUOTE + "host" + QUOTE + ":" + QUOTE + "org1.crm.dynamics.com" + QUOTE)
                .text("}'}}"));
    }

    private static void components(StreamedMsapp.Text to, int count) throws IOException {
        to.text("{'LocalDatabaseReferences':'{" + QUOTE + "default.cds" + QUOTE + ":{" + QUOTE + "components" + QUOTE
                        + ":[")
                .list(count, i -> "{" + QUOTE + "Identifier" + QUOTE + ":" + QUOTE + "c" + i + QUOTE + "}")
                .text("]}}'}");
    }
}
