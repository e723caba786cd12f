// Real environments. What is not given by an environment variable is set here, before the first connect.
String clientId = System.getenv().getOrDefault("POWERMIGRATE_CLIENT_ID", "");
Path folder = Path.of(System.getenv().getOrDefault("POWERMIGRATE_FOLDER", "migration")).toAbsolutePath();
Cloud cloud = System.getenv("POWERMIGRATE_FAKE") == null ? Cloud.PUBLIC : FakeAddress.of(URI.create(System.getenv("POWERMIGRATE_FAKE"))).cloud();
Consumer<DeviceCodePrompt> prompt = System.out::println;
Map<String, Credential> credentials = new HashMap<>();

/** Opens an environment, by its display name or id; signs in by device code, once for each tenant. */
Endpoint connect(String tenant, String environment) {
    if (clientId.isBlank()) {
        throw new IllegalStateException("Nothing was opened because clientId is empty. Give the id of your application: clientId = \"...\"");
    }
    Credential credential = credentials.computeIfAbsent(tenant, any -> Credentials.deviceCode(clientId, prompt));
    return PowerPlatform.connect(Environment.of(cloud, tenant, environment), credential);
}

/** A migration that keeps its journal and its files in the folder; change what you need, then build it. */
MigrationBuilder between(Endpoint from, Endpoint to) {
    return Migration.from(from).to(to)
            .install(PowerApps.plugin(), Cds.plugin())
            .workspace(Workspace.at(folder.resolve("work")))
            .journal(Journal.in(folder.resolve("journal")));
}

/** Writes a plan as a page and as JSON into the folder, and opens the page. */
void show(Plan plan) {
    try {
        Files.createDirectories(folder);
        Path page = folder.resolve("plan.html");
        plan.writeTo(page);
        plan.writeTo(folder.resolve("plan.json"));
        System.out.println(page);
        if (!GraphicsEnvironment.isHeadless() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            Desktop.getDesktop().browse(page.toUri());
        }
    } catch (IOException e) {
        throw new UncheckedIOException("The plan was not shown. Make " + folder + " writable, or choose another one: folder = Path.of(\"...\")", e);
    }
}

/** What a variable names as TENANT/ENVIRONMENT, opened; null where it is not set. */
Endpoint opened(String variable) {
    String[] names = System.getenv().getOrDefault(variable, "").split("/", 2);
    return names.length == 2 ? connect(names[0], names[1]) : null;
}
Endpoint source = opened("POWERMIGRATE_SOURCE");
Endpoint target = opened("POWERMIGRATE_TARGET");
Migration migration = source == null || target == null ? null : between(source, target).build();
System.out.println(migration == null
        ? "source = connect(\"contoso.onmicrosoft.com\", \"Contoso Dev\"); target = connect(...); migration = between(source, target).build(); show(migration.plan())"
        : "source, target and migration are ready; try: show(migration.plan())");
