package io.powermigrate.testkit.server;

import io.powermigrate.testkit.fake.FakeApplication;
import io.powermigrate.testkit.fake.FakeConnection;
import io.powermigrate.testkit.fake.FakeConnector;
import io.powermigrate.testkit.fake.FakeDataverse;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeFlow;
import io.powermigrate.testkit.fake.FakeRow;
import io.powermigrate.testkit.fake.FakeService;
import io.powermigrate.testkit.fake.FakeTenant;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.msapp.SampleDocuments;
import io.powermigrate.testkit.solution.ColumnSpec;
import io.powermigrate.testkit.solution.RoleSpec;
import io.powermigrate.testkit.solution.SolutionBuilder;
import io.powermigrate.testkit.solution.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is in the fake when it starts: the same ids each time. */
final class SeededWorld {
    static final String ADMINISTRATOR = "ada@contoso.com";
    static final String MAKER = "bob@contoso.com";
    static final String PASSWORD = "analytical";
    static final String CLIENT = "5f9b1a5e-0c1d-4d36-9a3f-2f6c1c4f7a10";
    static final String SECRET = "difference-engine";

    private final FakeTenant contoso;
    private final FakeEnvironment dev;
    private final FakeEnvironment test;

    private final List<String> unread = new ArrayList<>();

    private SeededWorld(FakeTenant contoso, FakeEnvironment dev, FakeEnvironment test) {
        this.contoso = contoso;
        this.dev = dev;
        this.test = test;
    }

    static SeededWorld fill(FakeService fake, ServerOptions options) {
        FakeTenant contoso = fake.tenant("contoso.onmicrosoft.com");
        FakeUser ada = contoso.user(ADMINISTRATOR, PASSWORD).administrator();
        FakeUser bob = contoso.user(MAKER, PASSWORD);
        contoso.application(CLIENT, SECRET).registeredAsAdmin();
        options.users().forEach(each -> contoso.user(each.name(), each.proof()));
        options.applications()
                .forEach(each -> contoso.application(each.name(), each.proof()).registeredAsAdmin());
        options.certificates().forEach((id, certificates) -> {
            FakeApplication application = contoso.application(id, "").registeredAsAdmin();
            certificates.forEach(application::certificate);
        });
        options.pageSize().ifPresent(fake::pageSize);
        options.importsVisibleAfter().ifPresent(fake::importsVisibleAfter);
        SeededWorld world = new SeededWorld(
                contoso,
                contoso.environment("Contoso Dev").dataverse("contosodev"),
                contoso.environment("Contoso Test").sku("Trial"));
        world.fill(bob);
        options.documents().ifPresent(folder -> contoso.environment("Documents of " + folder.getFileName())
                .documents(folder, world.unread::add));
        return world;
    }

    private void fill(FakeUser bob) {
        FakeConnection office = dev.connection("shared_office365users", "Office 365 Users of Ada");
        FakeConnection sharePoint = dev.connection("shared_sharepointonline", "SharePoint of Ada");
        FakeConnector orders = dev.customConnector("Orders API").servedBy("orders.contoso.com");
        FakeConnection order = dev.connection(orders, "Orders of Contoso").through(dev.gateway("Head office"));
        FakeFlow approve = dev.flow("Approve leave")
                .taking("Reason", "string")
                .returning("result", "string")
                .calling(office)
                .coOwner(bob)
                .ran("Succeeded")
                .ran("Failed");
        dev.app(SampleDocuments.twoConnections(office.name(), sharePoint.name()))
                .coOwner(bob);
        dev.app(SampleDocuments.flow(approve.id(), office.name()));
        dev.app(SampleDocuments.customConnector(orders.name(), order.name()));
        dev.app(SampleDocuments.nothing()).sharedWith(bob);
        dev.organisation().solution(solution());
        test.connection("shared_office365users", "Office 365 Users of Ada");
        fillDataverse(dev.organisation());
    }

    private static void fillDataverse(FakeDataverse organisation) {
        FakeRow doe =
                organisation.row("contacts", Map.of("firstname", "John", "lastname", "Doe", "fullname", "John Doe"));
        organisation.row("contacts", Map.of("firstname", "Jane", "lastname", "Roe", "fullname", "Jane Roe"));
        organisation.row("accounts", Map.of("name", "Adventure Works", "_primarycontactid_value", doe.id()));
        organisation.row("accounts", Map.of("name", "Fourth Coffee", "accountnumber", "FC-1"));
    }

    List<FakeEnvironment> environments() {
        return contoso.environments();
    }

    /** What was left out of the folder of documents, and why. */
    List<String> unread() {
        return unread;
    }

    FakeTenant tenant() {
        return contoso;
    }

    /** An unmanaged solution with a publisher, a table and a role. */
    private static byte[] solution() {
        return SolutionBuilder.named("Orders")
                .displayName("Orders of customers")
                .publisher("contoso", "new")
                .table(TableSpec.named("new_Order", "Order").column(ColumnSpec.money("new_Amount", 2)))
                .role(RoleSpec.named("Order clerk").privilege("prvReadnew_Order", "Global"))
                .toZip();
    }
}
