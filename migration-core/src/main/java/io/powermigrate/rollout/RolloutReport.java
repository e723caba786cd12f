package io.powermigrate.rollout;

import io.powermigrate.approval.Approval;
import io.powermigrate.error.MigrationException;
import io.powermigrate.internal.files.WholeFile;
import io.powermigrate.internal.json.Stored;
import io.powermigrate.internal.page.PageFile;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rollout: one outcome for every customer. Immutable.
 *
 * <pre>{@code
 * RolloutReport report = rollout.execute(approved);
 * System.out.println(report.toText());
 * report.writeTo(Path.of("rollout.json"));
 * report.orThrow();                          // if a customer is not done
 * }</pre>
 */
public final class RolloutReport {

    private static final Stored<RolloutContent> FORM = new Stored<>(new Stored.Form<>(
            "report of a rollout",
            RolloutContent.class,
            RolloutContent.VERSION,
            "Use the library that has written it",
            RolloutContent::version));

    private final RolloutContent content;

    private RolloutReport(RolloutContent content) {
        this.content = content;
    }

    /**
     * How an execution went as a whole.
     *
     * @param started when it began
     * @param ended when it ended
     * @param atOnce how many customers it worked on at once, at most
     * @param stopRule when it would stop
     * @param stopped why it stopped before its end; empty where it did not
     */
    public record Course(Instant started, Instant ended, int atOnce, StopRule stopRule, String stopped) {

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /**
     * What came of the customers of one ring.
     *
     * @param name its name
     * @param customers its customers
     * @param started when its first customer began; null where none did
     * @param ended when its last customer ended; null where none began
     */
    public record Ring(
            String name,
            List<CustomerOutcome> customers,
            @Nullable Instant started,
            @Nullable Instant ended) {

        public Ring {
            customers = List.copyOf(customers);
        }

        private static Ring of(String name, List<CustomerOutcome> some) {
            return new Ring(
                    name,
                    some,
                    some.stream()
                            .flatMap(each -> Stream.ofNullable(each.started()))
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    some.stream()
                            .flatMap(each -> Stream.ofNullable(each.ended()))
                            .max(Comparator.naturalOrder())
                            .orElse(null));
        }

        /** How many of its customers are in a state. */
        public long count(CustomerOutcome.State state) {
            return customers.stream().filter(each -> each.state() == state).count();
        }

        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** The report of an execution; {@code Rollout.execute} makes it. */
    public static RolloutReport of(ApprovedRollout approved, List<CustomerOutcome> customers, Course course) {
        RolloutPlan plan = approved.plan();
        return new RolloutReport(new RolloutContent(
                RolloutContent.VERSION,
                plan.source().id(),
                plan.source().name(),
                course.started(),
                course.ended(),
                approved.approvals().stream().map(RolloutContent.Word::of).toList(),
                course.atOnce(),
                course.stopRule(),
                course.stopped(),
                List.copyOf(plan.types()),
                plan.unused(),
                customers));
    }

    /**
     * Reads a report back.
     *
     * @throws MigrationException when it is damaged, not whole or of another version
     */
    public static RolloutReport fromJson(String json) {
        return whole(FORM.read(json));
    }

    /** As {@link #fromJson}, from a stream of UTF-8, which is read to its end and stays open. */
    public static RolloutReport read(InputStream json) {
        return whole(FORM.read(json));
    }

    /** As {@link #fromJson}, from a file; what is wrong with it is told with its name and the place. */
    public static RolloutReport read(Path file) {
        return whole(FORM.read(file));
    }

    private static RolloutReport whole(RolloutContent content) {
        if (Stream.of(content.sourceName(), content.started(), content.ended(), content.stopRule())
                .anyMatch(Objects::isNull)) {
            throw new MigrationException(
                    "The report of a rollout could not be read because it is not whole: it has no source, times or stop rule",
                    "Give a file that RolloutReport.writeTo has written");
        }
        return new RolloutReport(content);
    }

    /** What tells the environment that everything came from. */
    public String sourceId() {
        return content.sourceId();
    }

    /** What people call the environment that everything came from. */
    public String sourceName() {
        return content.sourceName();
    }

    /** Who approved it; at least one. */
    public List<Approval> approvals() {
        return content.approvals().stream().map(RolloutContent.Word::approval).toList();
    }

    /** How it went as a whole. */
    public Course course() {
        return new Course(content.started(), content.ended(), content.atOnce(), content.stopRule(), content.stopped());
    }

    /** What came of every customer, in the order in which they were given. */
    public List<CustomerOutcome> customers() {
        return content.customers();
    }

    /** What came of one customer; empty where nobody has the name. */
    public Optional<CustomerOutcome> customer(String name) {
        return customers().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The customers that are not done, the failed ones first: each tells why, and what to do. */
    public List<CustomerOutcome> needSomebody() {
        return Stream.of(CustomerOutcome.State.FAILED, CustomerOutcome.State.PARTLY, CustomerOutcome.State.NOT_STARTED)
                .flatMap(state -> customers().stream().filter(each -> each.state() == state))
                .toList();
    }

    /** The rings, in the order in which they were executed. */
    public List<Ring> rings() {
        Map<String, List<CustomerOutcome>> rings = customers().stream()
                .collect(Collectors.groupingBy(CustomerOutcome::ring, LinkedHashMap::new, Collectors.toList()));
        return rings.entrySet().stream()
                .map(ring -> Ring.of(ring.getKey(), ring.getValue()))
                .toList();
    }

    /** Layers of the mapping that no customer has the label for. */
    public List<String> unused() {
        return content.unused();
    }

    /** The names of the types of which customers get resources. */
    public List<String> types() {
        return content.types();
    }

    /** How many customers are in each state; a state that did not occur is left out. */
    public Map<CustomerOutcome.State, Long> counts() {
        return customers().stream()
                .collect(Collectors.groupingBy(CustomerOutcome::state, TreeMap::new, Collectors.counting()));
    }

    /**
     * Throws unless every customer is done.
     *
     * @throws MigrationException when one is not; all of those are named
     */
    public void orThrow() {
        List<CustomerOutcome> open = needSomebody();
        if (!open.isEmpty()) {
            throw new MigrationException(
                    Counted.of(open.size(), "customer is", "customers are") + " not done: "
                            + open.stream()
                                    .map(each -> each.name() + ", because " + each.reason())
                                    .collect(Collectors.joining("; ")),
                    "Do what the report says of each, then run the rollout again: finished customers are left alone");
        }
    }

    /** For people: who needs somebody, the rings, each customer, what each got, and where values came from. */
    public String toText() {
        return new RolloutText(this).toText();
    }

    /** Canonical JSON as one text; large ones rather as a stream. */
    public String toJson() {
        return FORM.text(content);
    }

    /** Writes the canonical JSON as a stream of UTF-8, which stays open. */
    public void writeTo(OutputStream out) {
        FORM.write(content, out);
    }

    /** What people read of it, without any format. */
    public Page page() {
        return new RolloutPage(this).page();
    }

    /**
     * Writes the report to a file that only its owner may read, in the form that its ending names: {@code .json} is the report
     * itself, {@code .txt} what {@link #toText} says, the others are pages (docs/pages.md), such as {@code .html}. The file is
     * there whole or as it was before.
     *
     * @throws MigrationException when the ending is another one, or the file cannot be written
     */
    public void writeTo(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".txt") && !name.endsWith(".full.txt")) {
            writeText(file);
        } else {
            PageFile.write("report", this::page, file, json -> FORM.write(content, json));
        }
    }

    private void writeText(Path file) {
        try {
            WholeFile.write(file, out -> out.write(toText().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new MigrationException(
                    "The report was not written to " + file + " because " + e, "Name a file that can be written", e);
        }
    }

    /** In one line: from where, and how many customers of each state. */
    @Override
    public String toString() {
        return Shown.message("RolloutReport from " + sourceName() + ": " + counts());
    }
}
