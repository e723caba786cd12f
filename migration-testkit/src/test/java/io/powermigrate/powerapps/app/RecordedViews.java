package io.powermigrate.powerapps.app;

import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import io.powermigrate.http.ServiceError;
import io.powermigrate.model.Document;
import io.powermigrate.model.Resource;
import io.powermigrate.platform.EnvironmentFacts;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.powerapps.connection.ConnectionReader;
import io.powermigrate.powerapps.connector.CustomConnectorReader;
import io.powermigrate.powerapps.flow.CloudFlowReader;
import io.powermigrate.powerapps.gateway.GatewayReader;
import io.powermigrate.spi.ResourceReader;
import io.powermigrate.store.Workspace;
import io.powermigrate.testkit.FakePowerPlatform;
import io.powermigrate.testkit.fake.FakeEnvironment;
import io.powermigrate.testkit.fake.FakeUser;
import io.powermigrate.testkit.fake.Fault;
import io.powermigrate.testkit.fake.wire.SeenRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What our client's types say of a recorded answer: the fake gives it as its own, and the client reads it over HTTP. */
final class RecordedViews implements AutoCloseable {
    private final FakePowerPlatform fake = FakePowerPlatform.start();
    private final Workspace workspace = Workspace.temporary();
    private final Endpoint user;
    private final Endpoint application;
    private final Map<String, Function<String, String>> views = new LinkedHashMap<>();

    RecordedViews() {
        FakeUser ada = fake.tenant("contoso.onmicrosoft.com").user("ada@contoso.com", "analytical");
        FakeEnvironment dev = ada.tenant().environment("Contoso Dev");
        dev.app("Any");
        dev.flow("Any");
        dev.customConnector("Any");
        dev.connection("shared_sql", "Any");
        dev.gateway("Any");
        user = fake.connect(dev, ada);
        application = fake.connect(
                dev, fake.credential(ada.tenant().application("any", "any").registeredAsAdmin()));
        lists();
        single();
        environments();
        errors();
    }

    /** What is read of that answer; nothing where no client of ours asks for it. */
    Function<String, String> of(String recording) {
        return views.getOrDefault(recording, text -> "");
    }

    private void lists() {
        views.put("apps.list.maker.connections.json", listed(CanvasApps.migrator(), user, "/apps"));
        views.put("apps.list.admin.json", listed(CanvasApps.migrator(), application, "/apps"));
        views.put("flows.list.maker.json", listed(new CloudFlowReader(), user, "/flows"));
        views.put("flows.list.admin.v2.json", listed(new CloudFlowReader(), application, "/flows"));
        views.put("connections.list.env-host.json", listed(new ConnectionReader(), user, "/connections"));
        views.put("connections.put.201.json", text -> of("connections.list.env-host.json")
                .apply("{\"value\":[" + text + "]}"));
        views.put("connectors.custom.list.json", listed(new CustomConnectorReader(), user, "/apis"));
        views.put("connectors.custom.list.page1.json", text -> of("connectors.custom.list.json")
                .apply(secondPageHere(text)));
        views.put("gateways.list.powerbi.json", listed(new GatewayReader(), user, "/gateways"));
    }

    /** The next link leads to the fake's own Resource Manager, and to an environment that there is. */
    private String secondPageHere(String text) {
        String name = user.client(PowerPlatformClient.KEY).environmentName();
        return text.replace("https://management.azure.com", fake.service().address() + "/arm")
                .replaceFirst("(environment%20eq%20%27)Default-[0-9a-f-]+", "$1" + name);
    }

    private void single() {
        views.put("apps.get.maker.json", this::app);
        views.put("flows.get.maker.expanded.json", fetched(new CloudFlowReader(), "/flows/{flow}"));
        views.put("connectors.custom.get.json", this::connector);
        views.put("connectors.custom.originalSwagger.json", fetched(new CustomConnectorReader(), "/{container}/**"));
        views.put("package.listPackageResources.app.json", this::resources);
        views.put("package.listPackageResources.flow.json", this::resources);
        views.put("package.listPackageResources.flow.errors.json", this::resources);
        views.put("package.packagingOperations.app.running.json", text -> job(Document.parse(text)));
        views.put("package.packagingOperations.app.succeeded.json", text -> job(Document.parse(text)));
    }

    private void environments() {
        for (String name : List.of(
                "environments.get.admin.dataverse.json",
                "environments.get.admin.minimal.json",
                "environments.get.admin.no-dataverse.json",
                "environments.get.maker.default.json")) {
            views.put(name, text -> accessors(new EnvironmentFacts(Document.parse(text))));
        }
        views.put("environments.list.admin.json", text -> Document.parse(text).at("value").items().stream()
                .map(each -> accessors(new EnvironmentFacts(each)))
                .collect(Collectors.joining()));
    }

    private void errors() {
        for (String name : List.of(
                "apps.error.app-not-found.json",
                "connections.put.error.s2s-environment-not-found.404.json",
                "connectors.error.api-resource-not-found.json",
                "connectors.error.environment-not-in-tenant.json",
                "environments.error.insufficient-capacity.409.json",
                "environments.error.not-found.404.json",
                "environments.error.operation-not-startable.409.json",
                "error.badrequest.details.json",
                "error.environment-access-denied.json",
                "flows.error.connection-authorization-failed.json")) {
            views.put(name, text -> ServiceError.in(Document.parse(text))
                    .map(ServiceError::toString)
                    .orElse(""));
        }
    }

    private Function<String, String> listed(ResourceReader<?> reader, Endpoint endpoint, String template) {
        return text -> answering(template, text, () -> reader.list(endpoint)
                .map(RecordedViews::accessors)
                .collect(Collectors.joining("\n")));
    }

    private <R extends Resource> Function<String, String> fetched(ResourceReader<R> reader, String template) {
        R any = reader.list(user).findFirst().orElseThrow();
        return text -> answering(template, text, () -> accessors(reader.fetch(any, user, workspace)));
    }

    /** Its document is where the fake keeps one; the recorded address is of a store long gone. */
    private String app(String text) {
        CanvasApp any = CanvasApps.migrator().list(user).findFirst().orElseThrow();
        AppClient client = AppClient.of(user);
        String kept = client.get(any.id()).documentUri().orElseThrow().toString();
        String whole = text.replace(
                recorded("apps.get.maker.json")
                        .text("properties", "appUris", "documentUri", "value")
                        .orElseThrow(),
                kept);
        return answering("/apps/{app}", whole, () -> {
            AppJson app = client.get(any.id());
            return accessors(new CanvasApp(AppContent.item(app)))
                    + app.documentUri().map(Object::toString).orElse("").replaceAll("\\?.*", "");
        });
    }

    /** As with apps, the recorded address of its own document is of a store long gone. */
    private String connector(String text) {
        PowerPlatformClient client = user.client(PowerPlatformClient.KEY);
        String filter =
                "environment%20eq%20%27" + client.environmentName() + "%27%20and%20IsCustomApi%20eq%20%27True%27";
        Document list = client.transport()
                .send(Call.get(client.powerApps(
                        "/providers/Microsoft.PowerApps/apis?api-version=2016-11-01&$filter=" + filter)))
                .json();
        String kept = original(list.at("value").items().get(0));
        return fetched(new CustomConnectorReader(), "/apis/{api}")
                .apply(text.replace(original(recorded("connectors.custom.get.json")), kept));
    }

    private static Document recorded(String name) {
        return Document.parse(Recording.read(Recording.folder().resolve(name)).text());
    }

    private static String original(Document connector) {
        return connector
                .text("properties", "apiDefinitions", "originalSwaggerUrl")
                .orElse("?");
    }

    private String resources(String text) {
        return answering(
                "/listPackageResources",
                text,
                () -> listing(PackageClient.of(user).list("any")));
    }

    /** What it lists is sent back as it came. */
    private static String listing(PackageClient.Listing listing) {
        return listing.refusal().map(ServiceError::toString).orElse("")
                + listing.resources().toJson();
    }

    private String job(Document poll) {
        Document properties = poll.at("properties");
        return PackageClient.hasSucceeded(properties) + " "
                + PackageClient.error(properties).map(ServiceError::toString).orElse("")
                + properties.text("packageLink", "value").orElse("");
    }

    private String answering(String template, String text, Supplier<String> reading) {
        Predicate<SeenRequest> asked =
                seen -> seen.template().endsWith(template) && !seen.service().equals("ARM");
        fake.service().faults().times(Trouble.ALWAYS, asked, Fault.body((path, body) -> text));
        try {
            return reading.get();
        } catch (MigrationException refused) {
            return refused.problem();
        } finally {
            fake.service().faults().clear();
        }
    }

    /** What each accessor says; those of what every resource has, too. */
    private static String accessors(Object typed) {
        Stream<Method> methods = Arrays.stream(typed.getClass().getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method ->
                        !List.of("item", "document", "hashCode", "toString").contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName));
        String own = methods.map(method -> method.getName() + "=" + said(method, typed))
                .collect(Collectors.joining(" "));
        return typed instanceof Resource resource
                ? own
                        + resource.key()
                        + resource.id()
                        + resource.displayName()
                        + resource.references()
                        + resource.slots()
                : own;
    }

    private static String said(Method accessor, Object typed) {
        try {
            return String.valueOf(accessor.invoke(typed));
        } catch (ReflectiveOperationException notOfListed) {
            return "-";
        }
    }

    @Override
    public void close() {
        user.close();
        application.close();
        fake.close();
        workspace.close();
    }
}
