package io.powermigrate.testkit.fake.internal.solutions;

import io.powermigrate.testkit.fake.internal.solutions.model.Dom;
import io.powermigrate.testkit.fake.internal.solutions.model.ImportFailure;
import io.powermigrate.testkit.fake.internal.solutions.model.Manifest;
import io.powermigrate.testkit.fake.internal.solutions.model.Sections;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** The data of an import job in its two generations, and its table of results (wire/dataverse.md, sections 2.7 and 2.8). */
final class JobData {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long TICKS_AT_1970 = 621_355_968_000_000_000L;

    private static final List<String> COLUMNS = List.of(
            "Date/Time",
            "Item Type",
            "Id",
            "Name",
            "Localized Name",
            "Original Name",
            "Description",
            "Status",
            "ErrorCode",
            "ErrorText");

    private final Manifest manifest;
    private final Log log;
    private final Instant at;

    JobData(Manifest manifest, Log log, Instant at) {
        this.manifest = manifest;
        this.log = log;
        this.at = at;
    }

    /** @param newer whether the root says {@code succeeded} */
    String xml(boolean newer) {
        ImportFailure failure = log.failure();
        Element root = Dom.element("importexportxml");
        root.setAttribute("start", String.valueOf(ticks() / 10_000));
        root.setAttribute("stop", String.valueOf(ticks() / 10_000));
        root.setAttribute("progress", failure == null ? "100" : "0");
        root.setAttribute("processed", "true");
        if (newer) {
            root.setAttribute("succeeded", failure == null ? "success" : "failure");
            root.setAttribute("status", failure == null ? "" : failure.text());
        }
        Element solution = manifest(Dom.add(root, "solutionManifests"));
        if (failure == null) {
            result(solution, "success", "0", "");
            components(root);
        } else {
            Element result = result(solution, "failure", failure.hex(), failure.text());
            Element parameters = Dom.add(result, "parameters");
            Dom.add(parameters, "parameter", manifest.uniqueName());
            Dom.add(parameters, "parameter", failure.text());
        }
        return Dom.text(root);
    }

    private Element manifest(Element parent) {
        Element solution = Dom.add(parent, "solutionManifest");
        solution.setAttribute("languagecode", manifest.baseLanguage());
        solution.setAttribute("id", manifest.uniqueName());
        solution.setAttribute("LocalizedName", manifest.displayName());
        solution.setAttribute("processed", "true");
        Dom.add(solution, "UniqueName", manifest.uniqueName());
        Dom.add(solution, "Version", manifest.version());
        Dom.add(solution, "Managed", manifest.managed() ? "1" : "0");
        Dom.add(
                Dom.add(solution, "Publisher"),
                "UniqueName",
                manifest.publisher().uniqueName());
        Dom.add(solution, "results");
        return solution;
    }

    private void components(Element root) {
        for (String section : Sections.ORDER) {
            Element list = Dom.add(root, section);
            List<Log.Entry> entries = log.entries().stream()
                    .filter(each -> each.section().equals(section))
                    .toList();
            for (Log.Entry entry : entries) {
                Element item = Dom.add(list, Sections.item(section));
                item.setAttribute("id", entry.id());
                item.setAttribute("LocalizedName", entry.name());
                item.setAttribute("OriginalName", entry.name());
                item.setAttribute("processed", "true");
                result(item, entry.result(), entry.code(), entry.text());
            }
            if (section.equals("languages")) {
                log.warnings().forEach(text -> result(Dom.add(list, "language"), "warning", "0x80048026", text));
            }
        }
    }

    private Element result(Element parent, String result, String code, String text) {
        Element element = Dom.add(parent, "result");
        element.setAttribute("result", result);
        element.setAttribute("errorcode", code);
        element.setAttribute("errortext", text);
        element.setAttribute("datetime", TIME.format(at));
        element.setAttribute("datetimeticks", String.valueOf(ticks()));
        return element;
    }

    private long ticks() {
        return TICKS_AT_1970 + at.toEpochMilli() * 10_000;
    }

    /** SpreadsheetML 2003 with a sheet of the solution and one of its components. */
    String spreadsheet() {
        Element book = Dom.element("Workbook");
        book.setAttribute("xmlns", "urn:schemas-microsoft-com:office:spreadsheet");
        book.setAttribute("xmlns:ss", "urn:schemas-microsoft-com:office:spreadsheet");
        Element solution = sheet(book, "Solution");
        row(solution, List.of("Package Type", "Unique Name", "Version", "Status", "ErrorText"));
        ImportFailure failure = log.failure();
        String type = manifest.managed() ? "Managed" : "Unmanaged";
        String status = failure == null ? "Processed" : "Failure";
        String why = failure == null ? "" : failure.text();
        row(solution, List.of(type, manifest.uniqueName(), manifest.version(), status, why));
        Element components = sheet(book, "Components");
        row(components, COLUMNS);
        log.entries().forEach(each -> row(components, cells(each)));
        return "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>" + Dom.text(book);
    }

    private List<String> cells(Log.Entry entry) {
        String status = entry.result().equals("failure") ? "Failure" : "Processed";
        String code = entry.code().equals("0") ? "" : entry.code();
        String name = entry.name();
        return List.of(TIME.format(at), entry.item(), entry.id(), name, name, name, "", status, code, entry.text());
    }

    private static Element sheet(Element book, String name) {
        Element sheet = Dom.add(book, "Worksheet");
        sheet.setAttribute("ss:Name", name);
        return Dom.add(sheet, "Table");
    }

    private static void row(Element table, List<String> cells) {
        Element row = Dom.add(table, "Row");
        for (String cell : cells) {
            Element data = Dom.add(Dom.add(row, "Cell"), "Data", cell);
            data.setAttribute("ss:Type", "String");
        }
    }
}
