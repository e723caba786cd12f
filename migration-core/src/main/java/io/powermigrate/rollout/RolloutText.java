package io.powermigrate.rollout;

import io.powermigrate.approval.Approval;
import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Lines;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.plan.NotRead;
import io.powermigrate.report.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report of a rollout as people read it: who needs somebody first; equal rows stand together. */
final class RolloutText {

    private static final int ROW = 10;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final RolloutReport report;
    private final ResourceMatrix matrix;
    private final Lines page = new Lines();

    RolloutText(RolloutReport report) {
        this.report = report;
        this.matrix = new ResourceMatrix(report.customers());
    }

    String toText() {
        head();
        needs();
        rings();
        customers();
        matrix.appendTo(page);
        values();
        notChecked();
        facts();
        return page.toString();
    }

    private void head() {
        List<CustomerOutcome> all = report.customers();
        page.line("Rollout: " + Shown.name(report.sourceName()) + " to " + Counted.of(all.size(), "customer"));
        String states = report.counts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + words(entry.getKey()))
                .collect(Collectors.joining(", "));
        Map<Outcome.State, Long> resources = all.stream()
                .flatMap(each -> each.resources().stream())
                .collect(Collectors.groupingBy(CustomerOutcome.Resource::state, TreeMap::new, Collectors.counting()));
        long sum = resources.values().stream().mapToLong(Long::longValue).sum();
        page.line(Counted.of(all.size(), "customer") + ": " + states + ". " + Counted.of(sum, "resource") + ": "
                + resources.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + Mark.words(entry.getKey()))
                        .collect(Collectors.joining(", "))
                + ".");
        long open = report.needSomebody().size();
        if (open > 0) {
            page.line("Run it again when they are settled: it continues with the "
                    + (sum - resources.getOrDefault(Outcome.State.DONE, 0L)) + " that are missing and leaves the "
                    + (all.size() - open) + " finished customers alone.");
        }
        if (!report.course().stopped().isEmpty()) {
            page.line("Stopped before its end: " + report.course().stopped() + ".");
        }
    }

    private void needs() {
        List<CustomerOutcome> open = report.needSomebody();
        if (open.isEmpty()) {
            return;
        }
        page.title("NEEDS YOU (" + open.size() + ")");
        for (List<CustomerOutcome> same : together(open)) {
            CustomerOutcome one = same.get(0);
            page.list(
                    "  " + Mark.of(one.state()) + " ",
                    same.stream().map(each -> Shown.name(each.name())).toList());
            page.line("       " + progress(one));
            page.line("       " + one.reason() + ".");
            page.line("       " + one.remedy() + ".");
        }
    }

    /** Customers of whom the same is to be said. */
    private static List<List<CustomerOutcome>> together(List<CustomerOutcome> some) {
        return List.copyOf(some.stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(each.state(), progress(each), each.reason(), each.remedy()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    private static String progress(CustomerOutcome one) {
        return words(one.state()) + (one.begun() ? "" : ", nothing was written in this run") + ", "
                + one.count(Outcome.State.DONE) + " of "
                + Counted.of(one.resources().size(), "resource") + " there";
    }

    private void rings() {
        page.title("RINGS (rule: " + report.course().stopRule() + ")");
        page.line(String.format(
                Locale.ROOT,
                "  %-28s %9s %6s %7s %7s %12s   %s",
                "",
                "customers",
                "done",
                "partly",
                "failed",
                "not started",
                "from and to (UTC)"));
        report.rings()
                .forEach(ring -> page.line(String.format(
                        Locale.ROOT,
                        "  %-28s %9d %6d %7d %7d %12d   %s",
                        cut(ring.name(), 28),
                        ring.customers().size(),
                        ring.count(CustomerOutcome.State.DONE),
                        ring.count(CustomerOutcome.State.PARTLY),
                        ring.count(CustomerOutcome.State.FAILED),
                        ring.count(CustomerOutcome.State.NOT_STARTED),
                        minute(ring.started()) + "  " + minute(ring.ended()))));
    }

    static String cut(String name, int length) {
        String shown = Shown.name(name);
        int points = shown.codePointCount(0, shown.length());
        return points <= length ? shown : shown.substring(0, shown.offsetByCodePoints(0, length - 1)) + "…";
    }

    private static String minute(@Nullable Instant time) {
        return time == null ? "     " : MINUTE.format(time.atOffset(ZoneOffset.UTC));
    }

    private void customers() {
        page.title("CUSTOMERS, in the order in which they were given (" + Mark.LEGEND + ")");
        List<CustomerOutcome> all = report.customers();
        for (int from = 0; from < all.size(); from += ROW) {
            List<CustomerOutcome> row = all.subList(from, Math.min(from + ROW, all.size()));
            String marks = row.stream().map(each -> Mark.of(each.state())).collect(Collectors.joining("  "));
            page.line(String.format(
                    Locale.ROOT,
                    "  %-28s  %s  %s to %s",
                    marks,
                    String.format(Locale.ROOT, "%4d to %d:", from + 1, from + row.size()),
                    cut(row.get(0).name(), 30),
                    cut(row.get(row.size() - 1).name(), 30)));
        }
    }

    private void values() {
        Map<String, Map<String, Long>> sources = new LinkedHashMap<>();
        report.customers().forEach(customer -> customer.values().stream()
                .collect(Collectors.groupingBy(
                        value -> Shown.name(value.type()) + " " + Shown.name(value.name()),
                        LinkedHashMap::new,
                        Collectors.mapping(RolloutText::level, Collectors.toSet())))
                .forEach((what, levels) -> levels.forEach(level ->
                        sources.computeIfAbsent(what, none -> new TreeMap<>()).merge(level, 1L, Long::sum))));
        if (!sources.isEmpty()) {
            page.title("WHERE VALUES CAME FROM (the narrower layer wins)");
            sources.forEach((what, levels) -> page.line("  " + what + ": "
                    + levels.entrySet().stream()
                            .map(each -> each.getKey() + " for " + Counted.of(each.getValue(), "customer"))
                            .collect(Collectors.joining(", "))));
            page.line("  Each value with its layer stands in the JSON of this report.");
        }
        if (!report.unused().isEmpty()) {
            page.list("  Layers that no customer has the label for: ", report.unused());
        }
    }

    private static String level(ResolvedValue value) {
        if (value.to().isEmpty()) {
            return "nothing";
        }
        return value.level().isEmpty() ? value.layer() : "the " + value.level();
    }

    private void notChecked() {
        Map<String, List<String>> same = new LinkedHashMap<>();
        report.customers().forEach(customer -> Stream.concat(
                        customer.notRead().stream().map(NotRead::toString), customer.notChecked().stream())
                .forEach(words ->
                        same.computeIfAbsent(words, none -> new ArrayList<>()).add(customer.name())));
        List<String> closed = report.customers().stream()
                .filter(customer -> customer.environmentId().isEmpty())
                .map(customer -> Shown.name(customer.name()))
                .toList();
        if (same.isEmpty() && closed.isEmpty()) {
            return;
        }
        page.title("NOT CHECKED");
        same.forEach((words, customers) -> page.line("  " + words + " (" + of(customers) + ")"));
        if (!closed.isEmpty()) {
            page.list("  Environments that were not read at all: ", closed);
        }
    }

    private String of(List<String> customers) {
        return customers.size() == 1
                ? Shown.name(customers.get(0))
                : customers.size() + " of " + Counted.of(report.customers().size(), "customer");
    }

    private void facts() {
        RolloutReport.Course course = report.course();
        page.title("FACTS");
        page.line("  From      " + Shown.name(report.sourceName()) + ", environment " + report.sourceId()
                + ", read once");
        page.line("  Approved  by "
                + report.approvals().stream().map(Approval::by).collect(Collectors.joining(" and "))
                + ", one approval for "
                + Counted.of(report.customers().size(), "customer"));
        page.line("  Run       " + DAY.format(course.started().atOffset(ZoneOffset.UTC)) + " to "
                + DAY.format(course.ended().atOffset(ZoneOffset.UTC)) + " UTC, at most "
                + Counted.of(course.atOnce(), "customer") + " at once");
    }

    private static String words(CustomerOutcome.State state) {
        return state == CustomerOutcome.State.PARTLY
                ? "partly done"
                : state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
