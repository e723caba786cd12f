package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.odata.filter.Filter;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import io.powermigrate.testkit.fake.internal.odata.filter.Subject;
import io.powermigrate.testkit.fake.internal.odata.filter.Values;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The query options of a set of rows: which rows, in which order, what of them (wire/dataverse.md, section 1.6). */
final class Query {
    private static final List<String> KNOWN =
            List.of("$select", "$filter", "$expand", "$orderby", "$top", "$count", "$skiptoken", "$format", "$id");

    private final Predicate<JsonNode> condition;
    private final Comparator<JsonNode> order;
    private final int top;
    private final Projection projection;

    private Query(Predicate<JsonNode> condition, Comparator<JsonNode> order, int top, Projection projection) {
        this.condition = condition;
        this.order = order;
        this.top = top;
        this.projection = projection;
    }

    /** Query options by name, decoded. */
    record Options(Map<String, String> all) {

        Optional<String> text(String name) {
            return Optional.ofNullable(all.get(name)).filter(text -> !text.isBlank());
        }

        /** Those in the parentheses of an {@code $expand}. */
        static Options inner(String text) {
            Map<String, String> options = new LinkedHashMap<>();
            for (String part : Segment.split(text, ';')) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    options.put(part.substring(0, equals).trim().toLowerCase(Locale.ROOT), part.substring(equals + 1));
                }
            }
            return new Options(options);
        }

        void check() {
            for (String name : all.keySet()) {
                if (name.equals("$skip")) {
                    throw Malformed.query("Skip Clause is not supported in CRM");
                }
                if (name.equals("$apply") || name.equals("$search")) {
                    throw Malformed.notPlayed("query option " + name);
                }
                if (name.startsWith("$") && !KNOWN.contains(name)) {
                    throw Malformed.query("The query parameter " + name + " is not supported");
                }
            }
        }
    }

    static Query of(Organisation organisation, Table table, Options options, boolean annotated) {
        options.check();
        RowSubject subject = new RowSubject(organisation, table);
        Predicate<JsonNode> condition = options.text("$filter")
                .map(text -> Filter.parse(
                        text,
                        subject,
                        alias -> Optional.ofNullable(options.all().get(alias.toLowerCase(Locale.ROOT)))))
                .orElse(any -> true);
        int top = options.text("$top").map(Query::number).orElse(Integer.MAX_VALUE);
        return new Query(
                condition,
                order(options.text("$orderby").orElse(""), subject),
                top,
                Projection.of(organisation, table, options, annotated));
    }

    private static int number(String text) {
        if (!text.trim().matches("[0-9]{1,9}")) {
            throw Malformed.query("Invalid value '" + text + "' for $top query option found.");
        }
        return Integer.parseInt(text.trim());
    }

    private static Comparator<JsonNode> order(String text, Subject subject) {
        Comparator<JsonNode> order = (one, two) -> 0;
        for (String part : text.split(",")) {
            String[] words = part.trim().split("\\s+");
            if (!words[0].isEmpty()) {
                subject.check(words[0]);
                Comparator<JsonNode> by =
                        (one, two) -> Values.order(subject.value(one, words[0]), subject.value(two, words[0]));
                order = order.thenComparing(words.length > 1 && words[1].equals("desc") ? by.reversed() : by);
            }
        }
        return order;
    }

    Projection projection() {
        return projection;
    }

    /** The rows that fit, in order. */
    List<ObjectNode> filtered(List<ObjectNode> rows) {
        return rows.stream().filter(condition).sorted(order).toList();
    }

    /** No more than {@code $top} of them. */
    List<ObjectNode> page(List<ObjectNode> rows) {
        return rows.size() <= top ? rows : rows.subList(0, top);
    }
}
