package io.powermigrate.rollout;

import io.powermigrate.internal.text.Counted;
import io.powermigrate.internal.text.Lines;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.report.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Which customer got which resource; customers with the same row stand together. Of many resources the columns are numbers. */
final class ResourceMatrix {

    private static final int WIDTH = 120;
    private static final int NAMES = 28;
    private static final int LONGEST = 24;
    private static final String ABSENT = "-";

    private final List<CustomerOutcome> customers;
    private final Map<ResourceKey, String> columns = new TreeMap<>();

    ResourceMatrix(List<CustomerOutcome> customers) {
        this.customers = customers;
        customers.forEach(
                customer -> customer.resources().forEach(each -> columns.putIfAbsent(each.key(), each.displayName())));
    }

    void appendTo(Lines page) {
        if (columns.isEmpty()) {
            return;
        }
        page.title("RESOURCES BY CUSTOMER (customers with the same row stand together; " + ABSENT + " not part of it)");
        List<String> heads = heads(page);
        page.line(row("", heads, (key, head) -> head));
        rows().forEach((states, names) ->
                page.line(row(names, heads, (key, head) -> states.getOrDefault(key, ABSENT))));
        page.line(row("done, of " + customers.size(), heads, (key, head) -> Long.toString(done(key))));
    }

    /** Names where they fit into a line, else numbers, each told above the table. */
    private List<String> heads(Lines page) {
        List<String> names = columns.values().stream()
                .map(name -> RolloutText.cut(name, LONGEST))
                .toList();
        if (NAMES + names.stream().mapToInt(name -> name.length() + 2).sum() <= WIDTH) {
            return names;
        }
        List<String> numbers = new ArrayList<>();
        columns.forEach((key, name) -> {
            numbers.add(Integer.toString(numbers.size() + 1));
            page.line(String.format(Locale.ROOT, "  %3d  %s", numbers.size(), key));
        });
        return numbers;
    }

    /** What a customer got of each resource, with the names of all who got the same. */
    private Map<Map<ResourceKey, String>, String> rows() {
        Map<Map<ResourceKey, String>, List<String>> same = customers.stream()
                .collect(Collectors.groupingBy(
                        ResourceMatrix::marks,
                        LinkedHashMap::new,
                        Collectors.mapping(CustomerOutcome::name, Collectors.toList())));
        Map<Map<ResourceKey, String>, String> rows = new LinkedHashMap<>();
        same.forEach((marks, names) ->
                rows.put(marks, names.size() == 1 ? names.get(0) : Counted.of(names.size(), "customer")));
        return rows;
    }

    private static Map<ResourceKey, String> marks(CustomerOutcome customer) {
        Map<ResourceKey, String> marks = new TreeMap<>();
        customer.resources().forEach(each -> marks.put(each.key(), Mark.of(each.state())));
        return marks;
    }

    private long done(ResourceKey key) {
        return customers.stream()
                .flatMap(customer -> customer.resources().stream())
                .filter(each -> each.key().equals(key) && each.state() == Outcome.State.DONE)
                .count();
    }

    private String row(String name, List<String> heads, BiFunction<ResourceKey, String, String> cell) {
        StringBuilder row = new StringBuilder(
                String.format(Locale.ROOT, "  %-" + (NAMES - 2) + "s", RolloutText.cut(name, NAMES - 2)));
        int at = 0;
        for (ResourceKey key : columns.keySet()) {
            String head = heads.get(at++);
            row.append("  ").append(centred(cell.apply(key, head), head.length()));
        }
        return row.toString().stripTrailing();
    }

    private static String centred(String text, int width) {
        int left = Math.max(0, (width - text.length()) / 2);
        return " ".repeat(left) + text + " ".repeat(Math.max(0, width - text.length() - left));
    }
}
