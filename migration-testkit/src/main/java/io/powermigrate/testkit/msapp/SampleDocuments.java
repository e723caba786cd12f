package io.powermigrate.testkit.msapp;

/**
 * Ready documents for a small demo world, in both generations. Ids of connections, flows and connectors are parameters, so
 * that the world around them can hold the same ones. Thread safe.
 */
public final class SampleDocuments {
    private static final String OFFICE = "shared_office365users";
    private static final String SHAREPOINT = "shared_sharepointonline";
    private static final String TITLE = "Text";

    private SampleDocuments() {}

    /** {@code Expense report}, 2.4.0: reads users of Office 365 and a SharePoint list, over two connections. */
    public static byte[] twoConnections(String officeConnection, String sharePointConnection) {
        String items = "Filter(Expenses, Status = \"open\")";
        return AppDocument.named("Expense report")
                .generation(Generation.V2_4)
                .appFormula("OnStart", "Set(varMe, Office365Users.MyProfileV2())")
                .screen("Home", home -> home.control(
                                "Greeting", "label", c -> c.formula(TITLE, "\"Hello \" & varMe.displayName"))
                        .control("ExpenseGallery", "gallery", gallery -> gallery.formula("Items", items)
                                .formula("TemplateFill", "If(ThisItem.IsSelected, Color.LightBlue, Color.White)")
                                .control("ExpenseTitle", "label", c -> c.formula(TITLE, "ThisItem.Title"))))
                .connection(OFFICE, officeConnection, c -> c.service("Office365Users", "MyProfileV2", "ManagerV2"))
                .connection(
                        SHAREPOINT,
                        sharePointConnection,
                        c -> c.table(
                                "Expenses",
                                "https://contoso.sharepoint.com/sites/hr",
                                "5d0a7c1e-3f7b-4a55-9d6e-2b8f4c6a1e90",
                                "Status",
                                "Amount"))
                .toBytes();
    }

    /** {@code Leave request}, 2.0: runs a flow that needs the caller's connection of Office 365 users. */
    public static byte[] flow(String workflowId, String officeConnection) {
        return AppDocument.named("Leave request")
                .generation(Generation.V2_0)
                .screen("Request", request -> request.control("Reason", "text", c -> c.formula("HintText", "\"Why?\""))
                        .control("Send", "button", c -> c.formula(TITLE, "\"Send\"")
                                .formula("OnSelect", "ApproveLeave.Run(Reason.Text); Reset(Reason)")))
                .connection(OFFICE, officeConnection)
                .flow("ApproveLeave", workflowId, f -> f.uses(OFFICE).input("Reason"))
                .toBytes();
    }

    /**
     * {@code Order tracking}, 2.0: calls a custom connector.
     *
     * @param connector the name in full with the hash of its environment, {@code shared_orders-20api-5f…}
     */
    public static byte[] customConnector(String connector, String connectionId) {
        return AppDocument.named("Order tracking")
                .generation(Generation.V2_0)
                .screen(
                        "Orders",
                        orders -> orders.control("OrderGallery", "gallery", gallery -> gallery.formula(
                                        "Items", "OrdersAPI.ListOrders().value")
                                .control("OrderNumber", "label", c -> c.formula(TITLE, "ThisItem.number"))))
                .customConnector(connector, connectionId, c -> c.displayName("Orders API")
                        .service("OrdersAPI", "ListOrders"))
                .toBytes();
    }

    /** {@code Account visits}, 2.4.0: two Dataverse tables and no connection. */
    public static byte[] tables(String instanceUrl) {
        return AppDocument.named("Account visits")
                .generation(Generation.V2_4)
                .dataverse(instanceUrl)
                .screen(
                        "Accounts screen",
                        screen -> screen.control("AccountGallery", "gallery", gallery -> gallery.formula(
                                        "Items", "Filter(Accounts, 'Status (Accounts)'.Active = Status)")
                                .control("AccountName", "label", c -> c.formula(TITLE, "ThisItem.Name"))))
                .screen(
                        "Visit",
                        screen -> screen.control(
                                "Save",
                                "button",
                                c -> c.formula(
                                        "OnSelect",
                                        "Patch(Visits, Defaults(Visits), {Name: AccountGallery.Selected.Name});\nBack()")))
                .table("Accounts", "account", "accounts", "Account Number")
                .table("Visits", "contoso_visit", "contoso_visits")
                .toBytes();
    }

    /** {@code Unit converter}, 2.4.0: needs nothing at all. */
    public static byte[] nothing() {
        return AppDocument.named("Unit converter")
                .generation(Generation.V2_4)
                .screen("Converter", screen -> screen.control("Metres", "text", c -> c.formula("Default", "\"1\""))
                        .control(
                                "Feet", "label", c -> c.formula(TITLE, "Text(Value(Metres.Text) * 3.28084, \"0.00\")")))
                .toBytes();
    }

    /** {@code Room list}, 2.0: needs nothing either; shows the sample rows of a new gallery. */
    public static byte[] nothingOlder() {
        return AppDocument.named("Room list")
                .generation(Generation.V2_0)
                .screen(
                        "Rooms",
                        screen -> screen.control(
                                "RoomGallery",
                                "gallery",
                                gallery -> gallery.control(
                                        "RoomName", "label", c -> c.formula(TITLE, "ThisItem.SampleHeading"))))
                .toBytes();
    }

    /** {@code Customer card}, 2.4.0: a custom page, which lives in a model-driven app and cannot be imported by itself. */
    public static byte[] customPage(String instanceUrl) {
        return AppDocument.named("Customer card")
                .generation(Generation.V2_4)
                .kind(DocumentKind.CUSTOM_PAGE)
                .dataverse(instanceUrl)
                .screen(
                        "Card",
                        screen -> screen.control(
                                "Panel",
                                "groupContainer",
                                panel -> panel.control(
                                        "CustomerName", "label", c -> c.formula(TITLE, "First(Contacts).Name"))))
                .table("Contacts", "contact", "contacts")
                .toBytes();
    }
}
