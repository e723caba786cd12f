package io.powermigrate.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Markdown as a parser of the standard understands it, with what GitHub adds. */
final class MarkdownTree {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    AutolinkExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create()))
            .build();

    private final List<Node> nodes = new ArrayList<>();

    private MarkdownTree(Node document) {
        collect(document);
    }

    static MarkdownTree of(String markdown) {
        return new MarkdownTree(PARSER.parse(markdown));
    }

    private void collect(Node node) {
        nodes.add(node);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child);
        }
    }

    <N extends Node> List<N> all(Class<N> type) {
        return nodes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** How many there are of each kind of node; texts, and what breaks up a mention, do not count. */
    Map<String, Long> shape() {
        Map<String, Long> shape = new TreeMap<>();
        nodes.stream()
                .filter(node -> !(node instanceof Text))
                .filter(node ->
                        !(node instanceof HtmlInline html && html.getLiteral().equals("<!-- -->")))
                .forEach(node -> shape.merge(node.getClass().getSimpleName(), 1L, Long::sum));
        return shape;
    }

    /** What a reader sees of a node. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.append(child instanceof Text text ? text.getLiteral() : words(child));
        }
        return words.toString();
    }
}
