package io.powermigrate.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Documents that are well within the limits of size and were made to take gigabytes, hours or the stack; apostrophes stand for quotes. */
final class HostileDocuments {

    private static final int MILLION = 1_000_000;
    private static final String CONTROLS = "Controls\\1.json";
    private static final String SOURCES = "References\\DataSources.json";
    private static final String QUOTE = "\\\"";

    private final Map<String, StreamedMsapp> documents = new LinkedHashMap<>();

    static Map<String, StreamedMsapp> all() {
        HostileDocuments all = new HostileDocuments();
        all.formulas();
        all.formulasThatAreSearched();
        all.manyFormulas();
        all.names();
        all.lists();
        all.listsOfParts();
        all.depth();
        all.texts();
        all.sources();
        all.wadl();
        all.archives();
        return all.documents;
    }

    private void add(String name, String entry, StreamedMsapp.Content content) {
        documents.put(name, StreamedMsapp.small().entry(entry, content));
    }

    private void formula(String name, StreamedMsapp.Content formula) {
        documents.put(name, StreamedMsapp.withOrders().entry(CONTROLS, to -> {
            to.text(
                    "{'TopParent':{'Name':'S','Template':{'Name':'screen'},'Rules':[{'Property':'Text','InvariantScript':'");
            formula.write(to);
            to.text("'}]}}");
        }));
    }

    private void formula(String name, String piece, int times) {
        formula(name, to -> to.times(times, piece));
    }

    private void formulas() {
        formula("31 million brackets", "(", 31 * MILLION);
        formula("16 million brackets", "(", 16 * MILLION);
        formula("brackets that fit to none", "(](}", MILLION);
        formula("If in If", "If(", 3 * MILLION);
        formula("records in tables", "[{", 100);
        formula("10 MB of different names", to -> to.each(MILLION, i -> "name" + i + " "));
        formula("10 MB of one name", "Orders ", MILLION * 3 / 2);
        formula("names up to the limit", "a ", 499_000);
        formula("more uses than are told", "Orders&", 240_000);
        formula(
                "one text of 15 million",
                to -> to.text(QUOTE).times(15 * MILLION, "x").text(QUOTE));
        formula(
                "one text of 20 million",
                to -> to.text(QUOTE).times(20 * MILLION, "x").text(QUOTE));
        formula("one comment", to -> to.text("/*").times(5 * MILLION, "*"));
        formula("one name", "x", 5 * MILLION);
        formula("one name in apostrophes", to -> to.text("\\u0027").times(5 * MILLION, "y"));
        formula("one number", "1", 5 * MILLION);
        formula("braces in a text with islands", to -> to.text("$" + QUOTE).times(5 * MILLION, "}"));
        formula("islands in islands", "$" + QUOTE + "{", MILLION);
        formula("characters without meaning", "#", 5 * MILLION);
    }

    private void formulasThatAreSearched() {
        formula("tables around names", to -> to.each(240, i -> "Filter(T" + i + ",")
                .each(99_000, i -> "n" + i + " "));
        formula(
                "texts to replace",
                to -> to.text(QUOTE).times(400_000, "some text ").text(QUOTE));
        formula("a text to replace in each text", QUOTE + "some text" + QUOTE + "&", 90_000);
        formula("addresses", to -> to.each(400_000, i -> QUOTE + "https://h" + i + ".sharepoint.com/" + QUOTE + "&"));
    }

    private static String rule(String formula) {
        return "{'Property':'Text','InvariantScript':'" + formula + "'}";
    }

    private void manyFormulas() {
        rules("formulas of one name", 350_000, i -> rule("Orders"));
        rules("formulas of names", 300_000, i -> rule("Orders&n" + i));
        rules("10 MB of names in formulas", 40, i -> rule("abcdefg ".repeat(31_000)));
        rules("empty rules", MILLION * 6 / 5, i -> "{}");
        rules("long formulas", 10, i -> rule(QUOTE + "\u4e00".repeat(2 * MILLION) + QUOTE));
        String tag = "{'Tag':'{" + QUOTE + "start" + QUOTE + ":70000," + QUOTE + "limit" + QUOTE + ":80000}'}";
        add("tags in a formula that changes", CONTROLS, to -> to.text("{'TopParent':{'Rules':[{'InvariantScript':'")
                .times(50_000, "Orders&")
                .text("1','TaggedRuleArray':[")
                .list(50_000, i -> tag)
                .text("]}]}}"));
    }

    private void rules(String name, int count, java.util.function.IntFunction<String> rule) {
        documents.put(
                name, StreamedMsapp.withOrders().entry(CONTROLS, to -> to.text("{'TopParent':{'Name':'S','Rules':[")
                        .list(count, rule)
                        .text("]}}")));
    }

    private void names() {
        for (String entry : new String[] {"Themes.json", CONTROLS}) {
            add("1.5 million members in " + entry, entry, to -> to.text("{")
                    .list(MILLION * 3 / 2, i -> "'k" + i + "':1")
                    .text("}"));
        }
        add("one name 1.5 million times", "Themes.json", to -> to.text("{")
                .list(MILLION * 3 / 2, i -> "'k':1")
                .text("}"));
        add("1.5 million objects of one member", "Themes.json", to -> to.text("[")
                .list(MILLION * 3 / 2, i -> "{'k" + i + "':1}")
                .text("]"));
        add(
                "objects of many members in each other",
                "Themes.json",
                to -> to.each(100, i -> "{" + members(5_000) + ",'z':"));
        add("long names", "Themes.json", to -> to.text("[")
                .list(1_000, i -> "{'" + "n".repeat(50_000) + i + "':1}")
                .text("]"));
        add("a name of 10 million", "Themes.json", to -> to.text("{'")
                .times(10 * MILLION, "n")
                .text("':1}"));
        add("many names of 250", "Themes.json", to -> to.text("[")
                .list(150_000, i -> "{'" + "n".repeat(243) + i + "':1}")
                .text("]"));
        add("a name twice 200,000 times", "Themes.json", to -> to.text("[")
                .list(500_000, i -> "{'a':1,'a':2}")
                .text("]"));
    }

    private static String members(int count) {
        return String.join(
                ",", IntStream.range(0, count).mapToObj(i -> "'k" + i + "':1").toList());
    }

    private void lists() {
        add(
                "40 million numbers",
                "Themes.json",
                to -> to.text("[").times(40 * MILLION, "1,").text("1").text("]"));
        add("empty data sources", SOURCES, to -> to.text("{'DataSources':[")
                .list(MILLION * 6 / 5, i -> "{}")
                .text("]}"));
        add("empty entities", "Entities.json", to -> to.text("{'Entities':[")
                .list(MILLION * 6 / 5, i -> "{}")
                .text("]}"));
        add("data sources of one name", SOURCES, to -> to.text("{'DataSources':[")
                .list(100_000, i -> "{'Name':'Orders','LogicalName':'row','RelatedEntityName':'Orders'}")
                .text("]}"));
        add("tables of one name with many views", SOURCES, to -> to.text("{'DataSources':[")
                .list(
                        50_000,
                        i -> "{'Name':'Orders','LogicalName':'row'},{'Name':'V','Type':'ViewInfo'," + "'DisplayName':'V"
                                + i + "','RelatedEntityName':'Orders'}")
                .text("]}"));
        add("column names", SOURCES, to -> to.text("{'DataSources':[{'Name':'Orders','OrderedColumnNames':[")
                .list(2 * MILLION, i -> "'c" + i + "'")
                .text("]}]}"));
    }

    private void listsOfParts() {
        add("media", "References\\Resources.json", to -> to.text("{'Resources':[")
                .list(200_000, i -> "{'Name':'m" + i + "','ResourceKind':'Uri','Path':'https://h/'}")
                .text("]}"));
        add("children", CONTROLS, to -> to.text("{'TopParent':{'Children':[")
                .list(MILLION * 6 / 5, i -> "{}")
                .text("]}}"));
        add("controls of long names", CONTROLS, to -> to.text("{'TopParent':{'Children':[")
                .list(100_000, i -> "{'Name':'" + "c".repeat(1_000) + i + "'}")
                .text("]}}"));
        add("errors at one place", "AppCheckerResult.sarif", to -> to.text("{'runs':[{'results':[")
                .list(
                        200_000,
                        i -> "{'ruleId':'app-ErrX','locations':[{'physicalLocation':{'address':"
                                + "{'fullyQualifiedName':'Screen1.Text'},'region':{'charOffset':" + 3 * i
                                + ",'charLength':1}}}]}")
                .text("]}]}"));
        add("connection references", "Properties.json", to -> to.text("{'LocalConnectionReferences':'{")
                .list(
                        49_000,
                        i -> QUOTE + "k" + i + QUOTE + ":{" + QUOTE + "connectionInstanceId" + QUOTE + ":" + QUOTE
                                + "/providers/microsoft.powerapps/apis/shared_a/connections/c" + i + QUOTE + "}")
                .text("}'}"));
    }

    private void depth() {
        for (String entry : new String[] {"Themes.json", CONTROLS, SOURCES, "Entities.json"}) {
            add("a million arrays in each other in " + entry, entry, to -> to.times(MILLION, "["));
        }
        add("a million objects in each other", "Themes.json", to -> to.times(MILLION, "{'a':"));
        add("100,000 controls in each other", CONTROLS, to -> to.text("{'TopParent':")
                .times(100_000, "{'Children':[")
                .times(100_000, "]}")
                .text("}"));
        add("95 controls in each other", CONTROLS, to -> to.text("{'TopParent':")
                .times(95, "{'Name':'Orders','Children':[")
                .times(95, "]}")
                .text("}"));
        String inner = "[".repeat(190) + "]".repeat(190);
        String text = inner;
        for (int i = 0; i < 4; i++) {
            text = "[".repeat(190) + "{'CustomProperties':'"
                    + text.replace("\\", "\\\\").replace("'", "\\'") + "'}" + "]".repeat(190);
        }
        String nested = text;
        add("deep texts in deep texts", CONTROLS, to -> to.text(nested).text(" "));
    }

    private void texts() {
        add("a text of 16 million", "Properties.json", to -> to.text("{'Name':'")
                .times(16 * MILLION, "x")
                .text("'}"));
        add("a text of 16 million Chinese characters", "Properties.json", to -> to.text("{'Name':'")
                .times(16 * MILLION, "\u4e00")
                .text("'}"));
        add("texts of 15 million in one object", "Themes.json", to -> to.text("{")
                .list(3, i -> "'k" + i + "':'" + "x".repeat(15 * MILLION) + "'")
                .text("}"));
        add("a text of escapes", "Properties.json", to -> to.text("{'Name':'")
                .times(15 * MILLION, "\\n")
                .text("'}"));
        add("a text of signatures", "Properties.json", to -> to.text("{'Name':'")
                .times(3 * MILLION, "sig=")
                .text("'}"));
        add("numbers of a million digits", "Themes.json", to -> to.text("[")
                .times(MILLION, "9")
                .text("]"));
        add("white space", "Themes.json", to -> to.text("{")
                .times(30 * MILLION, " ")
                .text("}"));
    }

    private void sources() {
        add("a YAML source of 13 MB", "Src\\App.pa.yaml", to -> to.times(MILLION, "  A: =Orders\n"));
        add("a YAML source of 8 MB", "Src\\App.pa.yaml", to -> to.times(600_000, "  A: =Orders\n"));
        add("strange lines of YAML", "Src\\App.pa.yaml", to -> to.times(500_000, "A: >Orders\n"));
        add("a block of YAML", "Src\\App.pa.yaml", to -> to.text("A: |-\n").times(500_000, "  =Orders +\n"));
        add("blanks of YAML", "Src\\App.pa.yaml", to -> to.text("A: |-\n  =Orders\n")
                .times(8_000_000, " "));
        add("a table definition of 15 million", SOURCES, to -> to.text(
                        "{'DataSources':[{'Name':'Orders','TableDefinition':'{" + QUOTE + "a" + QUOTE + ":[")
                .list(5 * MILLION, i -> "{}")
                .text("]}'}]}"));
        add("addresses in metadata", SOURCES, to -> to.text("{'DataSources':[{'Name':'Orders','TableDefinition':'")
                .times(500_000, "https://org1.crm.dynamics.com/a ")
                .text("'}]}"));
        add("hosts in a Swagger", SOURCES, to -> to.text("{'DataSources':[{'WadlMetadata':{'SwaggerJson':'{" + QUOTE
                        + "basePath" + QUOTE + ":" + QUOTE + "/apim/a" + QUOTE)
                .times(100_000, "," + QUOTE + "host" + QUOTE + ":" + QUOTE + "org1.crm.dynamics.com" + QUOTE)
                .text("}'}}]}"));
        add("hosts of gateways", SOURCES, to -> to.text("{'DataSources':[{'WadlMetadata':{'WadlXml':'")
                .each(700_000, i -> i + ".azure-apim.net")
                .text("'}}]}"));
        add("40 MB of data sources", SOURCES, to -> to.text("{'DataSources':[")
                .list(400_000, i -> "{'Data':'" + "x".repeat(90) + "'}")
                .text("]}"));
    }

    private void wadl(String name, StreamedMsapp.Content xml) {
        add(name, SOURCES, to -> {
            to.text("{'DataSources':[{'Name':'F','FlowNameId':'f','WadlMetadata':{'WadlXml':'");
            xml.write(to);
            to.text("<!-- /triggers/manual/run -->'}}]}");
        });
    }

    private void wadl() {
        wadl("a WADL of a million elements in each other", to -> to.times(3 * MILLION, "<a>"));
        wadl("a WADL of a million attributes", to -> to.text("<a ")
                .each(MILLION, i -> "x" + i + "=" + QUOTE + QUOTE + " ")
                .text("/>"));
        wadl("a WADL of a million properties", to -> to.text("<object name=" + QUOTE + "o" + QUOTE + ">")
                .each(MILLION, i -> "<property name=" + QUOTE + i + QUOTE + "/>")
                .text("</object>"));
        wadl("a WADL of entities", to -> to.text("<!DOCTYPE a [<!ENTITY x0 " + QUOTE + "lol" + QUOTE + ">")
                .each(30, i -> "<!ENTITY x" + (i + 1) + " " + QUOTE + ("&x" + i + ";").repeat(10) + QUOTE + ">")
                .text("]><a b=" + QUOTE + "&x30;" + QUOTE + ">&x30;</a>"));
        wadl(
                "a WADL with one long name",
                to -> to.text("<").times(10 * MILLION, "a").text("/>"));
    }

    private void archives() {
        documents.put("10,000 entries of 900 characters", StreamedMsapp.small().entries(9_900, 900));
        documents.put("500 entries of 60,000 characters", StreamedMsapp.small().entries(500, 60_000));
        documents.put("1,500 entries of 900 characters", StreamedMsapp.small().entries(1_500, 900));
        add("50 MB that is no JSON", "Assets\\noise.bin", to -> to.times(5 * MILLION, "0123456789"));
    }
}
