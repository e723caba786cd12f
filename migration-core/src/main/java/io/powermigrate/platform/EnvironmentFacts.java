package io.powermigrate.platform;

import io.powermigrate.http.UriText;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the service says about an environment, in the shape of wire/power-platform.md, section 1.2. Immutable.
 *
 * @param document the whole answer
 */
public record EnvironmentFacts(Document document) {

    /** The name that all addresses use: a GUID, or {@code Default-} and the tenant's id. */
    public String name() {
        return document.text("name").orElse("");
    }

    /** The long id; it differs by route, so compare names. */
    public String id() {
        return document.text("id").orElse("");
    }

    /** What people call it. */
    public String displayName() {
        return document.text("properties", "displayName").orElseGet(this::name);
    }

    /** The tenant's id, where the route gives it. */
    public Optional<String> tenantId() {
        return document.text("properties", "tenantId").filter(text -> !text.isBlank());
    }

    /** The geography, such as {@code europe}; empty where it was not told. */
    public String region() {
        return document.text("location").orElse("");
    }

    /** Default, Production, Sandbox, Trial, Developer, Teams, Platform, or a newer word. */
    public String sku() {
        return document.text("properties", "environmentSku").orElse("");
    }

    /** Whether it is the tenant's default environment, by its flag or its name. */
    public boolean isDefault() {
        return document.flag("properties", "isDefault") || name().regionMatches(true, 0, "Default-", 0, 8);
    }

    /** Whether it is a Managed Environment. */
    public boolean isManaged() {
        return document.text("properties", "governanceConfiguration", "protectionLevel")
                .filter("Standard"::equalsIgnoreCase)
                .isPresent();
    }

    /** Where people work in it: an address to which {@code /apps} and the like are added, without a final slash. */
    public Optional<URI> makerUrl() {
        return document.text("properties", "clientUris", "maker")
                .map(text -> text.replaceFirst("/(?:home)?$", ""))
                .map(UriText::parse);
    }

    /**
     * The address of its Dataverse for people, without a final slash; none without Dataverse. {@code databaseType} is no evidence: it may say
     * CommonDataService where there is none (wire/power-platform.md, section 1.2).
     */
    public Optional<URI> dataverseUrl() {
        return linked("instanceUrl");
    }

    /** The address of its Dataverse Web API, without a final slash; that for people where no other was told. */
    public Optional<URI> dataverseApiUrl() {
        return linked("instanceApiUrl")
                .filter(uri -> dataverseUrl().isPresent())
                .or(this::dataverseUrl);
    }

    /** Every address of a Dataverse that the environment tells, as it tells it and unchecked. */
    List<String> dataverseTold() {
        return Stream.of("instanceUrl", "instanceApiUrl")
                .flatMap(member -> told(member).stream())
                .map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                .distinct()
                .toList();
    }

    private Optional<String> told(String member) {
        return document.text("properties", "linkedEnvironmentMetadata", member).filter(text -> !text.isBlank());
    }

    private Optional<URI> linked(String member) {
        return told(member)
                .map(text -> UriText.parse(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
    }

    /** Name and display name. */
    @Override
    public String toString() {
        return Shown.message(displayName() + " (" + name() + ")");
    }
}
