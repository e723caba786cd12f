package io.powermigrate.testkit.msapp;

import java.util.List;

/** The documents that the tests look at: the samples, and one that uses every word. */
final class Documents {
    static final String OFFICE = "shared_office365users";
    static final String SHAREPOINT = "shared_sharepointonline";
    static final String CUSTOM = "shared_orders-20api-5f1a2b3c4d5e6f7081-5f90a1b2c3d4e5f607";
    static final String WORKFLOW = "0f6a1c5e-8b1d-4f0a-9a55-3b7c2d1e4f60";
    private static final String CRM = "https://contoso.crm4.dynamics.com/";

    private Documents() {}

    static List<byte[]> samples() {
        return List.of(
                SampleDocuments.twoConnections("11aa", "22bb"),
                SampleDocuments.flow(WORKFLOW, "33cc"),
                SampleDocuments.customConnector(CUSTOM, "44dd"),
                SampleDocuments.tables(CRM),
                SampleDocuments.nothing(),
                SampleDocuments.nothingOlder(),
                SampleDocuments.customPage(CRM));
    }

    static AppDocument everything(Generation generation) {
        AppDocument app = AppDocument.named("Everything & more")
                .generation(generation)
                .dataverse("https://contoso.crm4.dynamics.com")
                .appFormula("OnStart", "Set(x, {a: 1});\nSet(y, 2)")
                .screen("Home", home -> home.formula("OnVisible", "Refresh(Expenses)")
                        .control("Rows", "gallery", g -> g.formula("OnSelect", "Set(z, ThisItem)")
                                .control("Row", "label", c -> c.formula("Text", "ThisItem.Title & \" # \"")))
                        .control("Box", "groupContainer", b -> b.control("Inner", "icon")))
                .component(
                        "Header",
                        c -> c.control("HeaderTitle", "label", t -> t.formula("Text", "First(Expenses).Title")))
                .screen(
                        "Second one",
                        s -> s.control("Send", "button").control("Note", "text").instance("Header1", "Header"))
                .screen("Empty")
                .formula("Send", "OnSelect", "ApproveExpense.Run(Note.Text)");
        return flowsAndExtras(connections(app));
    }

    private static AppDocument connections(AppDocument app) {
        return app.connection(OFFICE, "c1", c -> c.service("Office365Users", "MyProfileV2"))
                .connection(SHAREPOINT, "c2", c -> c.table(
                                "Expenses", "https://contoso.sharepoint.com/sites/hr", "l1", "Due date")
                        .table("Rates", "https://contoso.sharepoint.com/sites/hr", "l2", r -> r.column("Rate", "number")
                                .column("Valid", "boolean")
                                .siteVariable("contoso_Site")
                                .listVariable("contoso_Rates")))
                .connection("shared_onedriveforbusiness", "c3")
                .customConnector(CUSTOM, "c4", c -> c.service("OrdersAPI").premium())
                .table("Accounts", "account", "accounts", "Account Number")
                .table("Visits", "contoso_visit", "contoso_visits");
    }

    private static AppDocument flowsAndExtras(AppDocument app) {
        return app.flow("ApproveExpense", WORKFLOW, f -> f.uses(OFFICE)
                        .uses(SHAREPOINT)
                        .input("Note")
                        .input("Days", "integer")
                        .output("approved", "boolean"))
                .flow("Tidy", "11111111-2222-4333-8444-555555555555", f -> f.callback("c2VjcmV0"))
                .extras(e -> e.media("Logo", "https://contoso.sharepoint.com/logo.png")
                        .library("690ae928-46d8-485f-988e-005f77561f1c", "contoso_library_0db10")
                        .codeComponent("contoso_Contoso.Calendar")
                        .page("contoso_details_1a2b3")
                        .studioError("Send", "OnSelect", "ApproveExpense"));
    }

    /** All documents of a generation: the samples of it and the one with everything. */
    static List<Msapp> all(Generation generation) {
        List<Msapp> all = new java.util.ArrayList<>(samples().stream()
                .map(Msapp::of)
                .filter(document -> document.structure().equals(generation.structureVersion()))
                .toList());
        all.add(Msapp.of(everything(generation).toBytes()));
        return all;
    }

    static List<Shape> shapes(Generation generation) {
        return all(generation).stream().map(Shape::of).toList();
    }
}
