package io.powermigrate.cds.carrier;

import io.powermigrate.cds.installed.Installed;
import io.powermigrate.cds.solution.facts.SolutionFacts;
import io.powermigrate.model.Document;
import io.powermigrate.model.Fingerprint;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.ResourceType;
import io.powermigrate.powerapps.app.PackagedApp;
import java.util.List;
import java.util.Optional;

/**
 * A solution, which carries tables, choices, roles, permission sets, variables, connection references, flows and all else that people
 * put into it (wire/dataverse.md, section 2). Its key is its unique name. What it carries is known in full once it was exported.
 */
public record Solution(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<Solution> TYPE = new ResourceType<>("solution", Solution.class, Solution::new);

    /** The media type of a package. */
    static final String ZIP = "application/zip";

    static final String PACKAGE = "package";
    static final String STATE = "state";
    private static final String APPS = "apps";
    private static final String CONNECTORS = "connectors";
    private static final String UNREAD_APPS = "unreadApps";

    /** That it is made in the source for one export. */
    static final String SCRATCH = "scratch";

    /** What was seen in the source of changes that are not published. */
    static final String DRAFTS = "drafts";

    /** Scratch solutions that were in the source already. */
    static final String LEFTOVERS = "leftovers";

    /** What a destination told of it because a package is to replace it; no part of what it is. */
    private static final String INSTALLED = "installed";

    /** What it holds that another package holds with other contents, which are the ones that are compared. */
    static final String COMPARED_ELSEWHERE = "comparedElsewhere";

    /**
     * What a solution of a list holds.
     *
     * @param key the component
     * @param id its id in this environment, lower case
     * @param whole whether it is in the solution with everything in it
     * @param columns of a table of a scratch solution that is not whole, those that come along
     */
    record Component(ResourceKey key, String id, boolean whole, List<String> columns) {}

    /** Two to four numbers. */
    public String version() {
        return content().text("version").orElse("");
    }

    /** Whether it is managed: then it came in a package, and cannot be exported. */
    public boolean isManaged() {
        return content().flag("managed");
    }

    /** Whether people see it; the service keeps others for itself. */
    public boolean isVisible() {
        return content().flag("visible");
    }

    /** The unique name of its publisher; empty if it was not told. */
    public String publisher() {
        return content().text("publisher").orElse("");
    }

    /** Whether it is a patch of another solution, as its row or its package says. */
    public boolean isPatch() {
        return parentId().isPresent()
                || facts().filter(facts -> facts.manifest().isPatch()).isPresent();
    }

    /** The id of the solution that a patch belongs to, in the same environment. */
    private Optional<String> parentId() {
        return content().text("parent").filter(id -> !id.isBlank());
    }

    /** Its patches in the environment that it was read of. */
    List<Solution> patches(Inventory environment) {
        return environment.all(TYPE).stream()
                .filter(each -> each.parentId().filter(id()::equalsIgnoreCase).isPresent())
                .toList();
    }

    /** What its package holds; empty where it was not exported. */
    public Optional<SolutionFacts> facts() {
        Document facts = content().at(PACKAGE);
        return facts.isObject() ? Optional.of(facts.as(SolutionFacts.class)) : Optional.empty();
    }

    Solution told(Installed installed) {
        return new Solution(item.withContent(content().with(INSTALLED, installed)));
    }

    /** What its destination told of it before a package replaces it; empty where it was not asked. */
    Optional<Installed> installed() {
        Document installed = content().at(INSTALLED);
        return installed.isObject() ? Optional.of(installed.as(Installed.class)) : Optional.empty();
    }

    /** With the canvas apps of its package, as far as their documents could be read. */
    Solution holding(AppsInside inside) {
        if (inside.apps().isEmpty() && inside.unread().isEmpty()) {
            return this;
        }
        Document content = content()
                .with(APPS, inside.all().stream().map(PackagedApp::toContent).toList())
                .with(UNREAD_APPS, inside.unread());
        return new Solution(item.withContent(content)
                .withSlots(inside.all().stream()
                        .flatMap(app -> app.slots(key()).stream())
                        .distinct()
                        .toList()));
    }

    /** With what its custom connectors call. */
    Solution calling(ConnectorsInside inside) {
        return inside.connectors().isEmpty()
                ? this
                : new Solution(item.withContent(content().with(CONNECTORS, inside.connectors())));
    }

    /** The custom connectors of its package. */
    List<ConnectorsInside.One> connectors() {
        Document connectors = content().at(CONNECTORS);
        return connectors.isArray() ? List.of(connectors.as(ConnectorsInside.One[].class)) : List.of();
    }

    /** The canvas apps of its package; their documents are in the package. */
    List<PackagedApp> apps() {
        return content().at(APPS).items().stream().map(PackagedApp::of).toList();
    }

    /** Why documents of its apps could not be read, by title. */
    Document unreadApps() {
        return content().at(UNREAD_APPS);
    }

    /** Whether it is one of those that the service keeps for everything that nobody put into a solution. */
    boolean isDefault() {
        return id().equalsIgnoreCase("fd140aaf-4df4-11dd-bd17-0019b9312238")
                || id().equalsIgnoreCase("00000001-0000-0000-0001-00000000009b")
                || key().name().equalsIgnoreCase("Default");
    }

    /** Whether it can be exported and is one that people made. */
    boolean isCandidate() {
        return !isManaged() && isVisible() && !isDefault();
    }

    /** Whether it is made in the source for one export, of what was selected. */
    public boolean isScratch() {
        return content().flag(SCRATCH);
    }

    List<Component> components() {
        return content().at("components").items().stream()
                .map(each -> new Component(
                        new ResourceKey(
                                each.text("type").orElse(""), each.text("name").orElse("")),
                        each.text("id").orElse(""),
                        each.flag("whole"),
                        each.texts("columns")))
                .toList();
    }

    /** Made of what the package holds, not of when it was exported: an export of the same contents is the same solution. */
    @Override
    public Fingerprint fingerprint() {
        Document content = content().without(STATE).without("components");
        return Fingerprint.of(content.without(DRAFTS).without(LEFTOVERS).without(INSTALLED));
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
