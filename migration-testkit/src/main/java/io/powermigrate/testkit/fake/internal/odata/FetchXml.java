package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.powermigrate.testkit.fake.internal.dataverse.Rows;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.json.Json;
import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import io.powermigrate.testkit.fake.internal.odata.filter.Values;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** {@code ?fetchXml=}: columns, filters, orders and pages with their cookie (wire/clients.md, Dataverse point 7). */
final class FetchXml {
    private final Request request;
    private final Rows rows;
    private final Element fetch;
    private final Element entity;

    private FetchXml(Request request, Rows rows, Element fetch) {
        this.request = request;
        this.rows = rows;
        this.fetch = fetch;
        this.entity = FetchDocument.children(fetch, "entity").stream()
                .findFirst()
                .orElseThrow(() -> Refused.argument("Invalid FetchXml: there is no entity."));
    }

    static Answer answer(Request request, Rows rows, String xml) {
        return new FetchXml(request, rows, FetchDocument.root(xml)).answered();
    }

    private Answer answered() {
        Table table = rows.table();
        if (!entity.getAttribute("name").equals(table.logicalName())) {
            throw Refused.argument("The entity '" + entity.getAttribute("name") + "' of the FetchXml is not that of "
                    + table.entitySet() + ".");
        }
        if (!FetchDocument.children(entity, "link-entity").isEmpty()
                || fetch.getAttribute("aggregate").equals("true")) {
            throw Malformed.notPlayed("link-entity or aggregate of FetchXml");
        }
        List<ObjectNode> found =
                rows.all().stream().filter(condition(entity)).sorted(order()).toList();
        int top = number("top", Integer.MAX_VALUE);
        return page(table, found.subList(0, Math.min(top, found.size())));
    }

    private Answer page(Table table, List<ObjectNode> found) {
        int size = Math.min(Page.LARGEST, number("count", Page.LARGEST));
        int page = number("page", 1);
        int from = Math.min(found.size(), (page - 1) * size);
        int to = Math.min(found.size(), from + size);
        ObjectNode body = Json.object().put("@odata.context", request.context(table.entitySet()));
        boolean counted = fetch.getAttribute("returntotalrecordcount").equals("true");
        body.put("@Microsoft.Dynamics.CRM.totalrecordcount", counted ? Math.min(5000, found.size()) : -1)
                .put("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded", counted && found.size() > 5000);
        if (to < found.size()) {
            body.put("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie", cookie(page, found.get(to - 1), table));
            body.put("@Microsoft.Dynamics.CRM.morerecords", true);
        } else {
            body.put("@Microsoft.Dynamics.CRM.morerecords", false);
        }
        Query.Options options = new Query.Options(selected());
        Projection projection = Projection.of(request.organisation(), table, options, request.wantsAnnotations());
        body.set(
                "value",
                Json.list(found.subList(from, to).stream().map(projection::json).toList()));
        return Answer.ok(body);
    }

    private static String cookie(int page, ObjectNode last, Table table) {
        String id = last.path(table.primaryId()).asText();
        String inner = "<cookie page=\"" + page + "\"><" + table.primaryId() + " last=\"{" + id + "}\" first=\"{" + id
                + "}\" /></cookie>";
        String twice = encoded(encoded(inner));
        return "<cookie pagenumber=\"" + (page + 1) + "\" pagingcookie=\"" + twice + "\" istracking=\"False\" />";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Map<String, String> selected() {
        List<String> names = new ArrayList<>();
        FetchDocument.children(entity, "attribute").forEach(each -> names.add(each.getAttribute("name")));
        return names.isEmpty()
                        || !FetchDocument.children(entity, "all-attributes").isEmpty()
                ? Map.of()
                : Map.of("$select", String.join(",", names));
    }

    private int number(String attribute, int otherwise) {
        String text = fetch.getAttribute(attribute);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private Comparator<ObjectNode> order() {
        Comparator<ObjectNode> order = (one, two) -> 0;
        for (Element each : FetchDocument.children(entity, "order")) {
            String member = member(each.getAttribute("attribute"));
            Comparator<ObjectNode> by = (one, two) -> Values.order(one.path(member), two.path(member));
            order = order.thenComparing(each.getAttribute("descending").equals("true") ? by.reversed() : by);
        }
        return order;
    }

    private String member(String name) {
        return rows.table()
                .column(name)
                .map(Columns::member)
                .orElseThrow(() -> Refused.argument("'" + rows.table().logicalName()
                        + "' entity doesn't contain attribute with Name = '" + name + "'."));
    }

    /** Filters and conditions directly under an element. */
    private Predicate<ObjectNode> condition(Element parent) {
        List<Predicate<ObjectNode>> parts = new ArrayList<>();
        FetchDocument.children(parent, "condition").forEach(each -> parts.add(single(each)));
        FetchDocument.children(parent, "filter").forEach(each -> parts.add(condition(each)));
        boolean any = parent.getAttribute("type").equals("or");
        return row -> parts.isEmpty()
                || (any
                        ? parts.stream().anyMatch(each -> each.test(row))
                        : parts.stream().allMatch(each -> each.test(row)));
    }

    private Predicate<ObjectNode> single(Element condition) {
        String member = member(condition.getAttribute("attribute"));
        String operator = condition.getAttribute("operator");
        String value = condition.getAttribute("value");
        List<String> values = FetchDocument.children(condition, "value").stream()
                .map(Element::getTextContent)
                .toList();
        return row -> holds(operator, row.path(member), value, values);
    }

    private static boolean holds(String operator, JsonNode own, String value, List<String> values) {
        boolean none = own.isNull() || own.isMissingNode();
        String text = own.asText().toLowerCase(Locale.ROOT);
        String sought = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "null" -> none;
            case "not-null" -> !none;
            case "like" -> !none && like(text, sought);
            case "not-like" -> none || !like(text, sought);
            case "begins-with" -> !none && text.startsWith(sought);
            case "ends-with" -> !none && text.endsWith(sought);
            case "in" -> !none && values.stream().anyMatch(each -> same(own, each));
            case "not-in" -> none || values.stream().noneMatch(each -> same(own, each));
            case "eq" -> !none && same(own, value);
            case "ne", "neq" -> none || !same(own, value);
            case "gt", "ge", "lt", "le" -> !none && Values.compares(operator, own, typed(own, value));
            default -> throw Malformed.notPlayed("operator " + operator + " of FetchXml");
        };
    }

    private static boolean same(JsonNode own, String value) {
        String plain = own.isBoolean() ? value.replace("1", "true").replace("0", "false") : value;
        return own.asText().equalsIgnoreCase(plain.replaceAll("[{}]", ""));
    }

    private static JsonNode typed(JsonNode own, String value) {
        return own.isNumber() && value.matches("-?[0-9]+(\\.[0-9]+)?")
                ? DecimalNode.valueOf(new BigDecimal(value))
                : TextNode.valueOf(value);
    }

    private static boolean like(String text, String pattern) {
        StringBuilder expression = new StringBuilder();
        for (String part : pattern.split("((?<=%)|(?=%))")) {
            expression.append(part.equals("%") ? ".*" : Pattern.quote(part));
        }
        return text.matches("(?s)" + expression);
    }
}
