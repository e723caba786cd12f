package io.powermigrate.testkit.fake.internal.odata.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.powermigrate.testkit.fake.internal.odata.filter.FilterLexer.Kind;
import io.powermigrate.testkit.fake.internal.odata.filter.FilterLexer.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads a {@code $filter}: comparisons, {@code and or not}, text functions, {@code in}, {@code any} and {@code all}, and
 * the query function In (wire/dataverse.md, section 1.6, clients.md).
 */
public final class Filter {
    private final List<Token> tokens;
    private final Subject subject;
    private final Function<String, Optional<String>> aliases;
    private final String variable;
    private int at;

    private Filter(List<Token> tokens, Subject subject, Function<String, Optional<String>> aliases, String variable) {
        this.tokens = tokens;
        this.subject = subject;
        this.aliases = aliases;
        this.variable = variable;
    }

    /** The condition; {@code aliases} gives the values of {@code @p1}. */
    public static Predicate<JsonNode> parse(String text, Subject subject, Function<String, Optional<String>> aliases) {
        Filter filter = new Filter(FilterLexer.tokens(text), subject, aliases, "");
        Predicate<JsonNode> condition = filter.either();
        if (filter.peek().kind() != Kind.END) {
            throw Malformed.query("Syntax error: '" + filter.peek().text() + "' was not expected in '" + text + "'.");
        }
        return condition;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at++);
    }

    private boolean took(String word) {
        boolean is = peek().is(word);
        at += is ? 1 : 0;
        return is;
    }

    private void expect(String sign) {
        if (!took(sign)) {
            throw Malformed.query("Syntax error: '" + sign + "' expected before '" + peek().text() + "' in $filter.");
        }
    }

    private Predicate<JsonNode> either() {
        Predicate<JsonNode> left = both();
        while (took("or")) {
            left = left.or(both());
        }
        return left;
    }

    private Predicate<JsonNode> both() {
        Predicate<JsonNode> left = one();
        while (took("and")) {
            left = left.and(one());
        }
        return left;
    }

    private Predicate<JsonNode> one() {
        if (took("not")) {
            return one().negate();
        }
        if (took("(")) {
            Predicate<JsonNode> inner = either();
            expect(")");
            return inner;
        }
        Token word = peek();
        if (word.kind() == Kind.WORD && tokens.get(at + 1).is("(")) {
            return function();
        }
        return comparison();
    }

    private Predicate<JsonNode> function() {
        String name = next().text();
        expect("(");
        if (name.endsWith("/any") || name.endsWith("/all")) {
            return lambda(own(name.substring(0, name.length() - 4)), name.endsWith("/all"));
        }
        if (name.startsWith("Microsoft.Dynamics.CRM.")) {
            return QueryFunction.of(name.substring(23), arguments(), subject);
        }
        Function<JsonNode, JsonNode> left = operand();
        expect(",");
        Function<JsonNode, JsonNode> right = operand();
        expect(")");
        return node -> Values.text(name, left.apply(node), right.apply(node));
    }

    private Map<String, JsonNode> arguments() {
        Map<String, JsonNode> arguments = new HashMap<>();
        do {
            String name = next().text();
            expect("=");
            arguments.put(name, argument());
        } while (took(","));
        expect(")");
        return arguments;
    }

    private JsonNode argument() {
        if (peek().text().startsWith("@")) {
            String name = next().text();
            String text =
                    aliases.apply(name).orElseThrow(() -> Malformed.query("The alias '" + name + "' has no value."));
            return text.startsWith("[")
                    ? Values.list(text)
                    : new Filter(FilterLexer.tokens(text), subject, aliases, variable).literal();
        }
        return took("[") ? Values.array(items("]")) : literal();
    }

    private Predicate<JsonNode> lambda(String path, boolean all) {
        if (took(")")) {
            return node -> !subject.collection(node, path).isEmpty();
        }
        String name = next().text();
        expect(":");
        Filter inside = new Filter(tokens, subject.of(path), aliases, name);
        inside.at = at;
        Predicate<JsonNode> condition = inside.either();
        at = inside.at;
        expect(")");
        return node -> all
                ? subject.collection(node, path).stream().allMatch(condition)
                : subject.collection(node, path).stream().anyMatch(condition);
    }

    private Predicate<JsonNode> comparison() {
        Function<JsonNode, JsonNode> left = operand();
        if (took("in")) {
            expect("(");
            List<JsonNode> values = items(")");
            return node -> values.stream().anyMatch(value -> Values.compares("eq", left.apply(node), value));
        }
        Token operator = peek();
        if (operator.kind() != Kind.WORD || !Values.OPERATORS.contains(operator.text())) {
            return node -> left.apply(node).asBoolean(false);
        }
        at++;
        Function<JsonNode, JsonNode> right = operand();
        return node -> Values.compares(operator.text(), left.apply(node), right.apply(node));
    }

    private List<JsonNode> items(String end) {
        List<JsonNode> items = new ArrayList<>();
        while (!took(end)) {
            items.add(literal());
            took(",");
        }
        return items;
    }

    private Function<JsonNode, JsonNode> operand() {
        Token token = peek();
        boolean word =
                token.kind() == Kind.WORD && !List.of("true", "false", "null").contains(token.text());
        if (word && !token.text().startsWith("@")) {
            at++;
            String path = own(token.text());
            subject.check(path);
            return node -> subject.value(node, path);
        }
        JsonNode value = word ? argument() : literal();
        return node -> value;
    }

    private String own(String path) {
        return variable.isEmpty() || !path.startsWith(variable + "/") ? path : path.substring(variable.length() + 1);
    }

    private JsonNode literal() {
        Token token = next();
        return switch (token.kind()) {
            case TEXT, GUID, DATE -> TextNode.valueOf(token.text());
            case NUMBER -> DecimalNode.valueOf(new BigDecimal(token.text()));
            case WORD ->
                switch (token.text()) {
                    case "true" -> BooleanNode.TRUE;
                    case "false" -> BooleanNode.FALSE;
                    case "null" -> NullNode.getInstance();
                    default -> throw Malformed.query("A value was expected in place of '" + token.text() + "'.");
                };
            default -> throw Malformed.query("A value was expected in place of '" + token.text() + "'.");
        };
    }
}
