package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.dataverse.ColumnType;
import io.powermigrate.testkit.fake.internal.dataverse.Organisation;
import io.powermigrate.testkit.fake.internal.dataverse.Table;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.util.List;

/** {@code $metadata}: every table with its columns and navigation properties as CSDL (wire/clients.md, Dataverse point 12). */
final class Csdl {
    private static final String HEAD = """
            <?xml version="1.0" encoding="utf-8"?>
            <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>\
            <Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm">\
            <EntityType Name="crmbaseentity" Abstract="true" />\
            <ComplexType Name="BooleanManagedProperty"><Property Name="Value" Type="Edm.Boolean" Nullable="false" />\
            <Property Name="CanBeChanged" Type="Edm.Boolean" Nullable="false" />\
            <Property Name="ManagedPropertyLogicalName" Type="Edm.String" /></ComplexType>\
            <ComplexType Name="WhoAmIResponse"><Property Name="BusinessUnitId" Type="Edm.Guid" Nullable="false" />\
            <Property Name="UserId" Type="Edm.Guid" Nullable="false" />\
            <Property Name="OrganizationId" Type="Edm.Guid" Nullable="false" /></ComplexType>\
            <Function Name="WhoAmI"><ReturnType Type="mscrm.WhoAmIResponse" Nullable="false" /></Function>\
            """;

    private final Organisation organisation;
    private final StringBuilder text = new StringBuilder(HEAD);

    private Csdl(Organisation organisation) {
        this.organisation = organisation;
    }

    static Answer answer(Request request) {
        if (request.header("accept").filter(each -> each.contains("json")).isPresent()) {
            throw Refusal.of(415, "", "The metadata document has no JSON form. Ask for application/xml.");
        }
        return Answer.xml(200, new Csdl(request.organisation()).document());
    }

    /** The service document: the entity sets. */
    static Answer service(Request request) {
        ObjectNode body = Json.object().put("@odata.context", request.base() + "$metadata");
        body.set(
                "value",
                Json.list(request.organisation().schema().tables().stream()
                        .map(table -> Json.object()
                                .put("name", table.entitySet())
                                .put("kind", "EntitySet")
                                .put("url", table.entitySet()))
                        .toList()));
        return Answer.ok(body);
    }

    private String document() {
        List<Table> tables = organisation.schema().tables();
        tables.forEach(this::type);
        text.append("<EntityContainer Name=\"System\">");
        tables.forEach(this::set);
        return text.append("<FunctionImport Name=\"WhoAmI\" Function=\"mscrm.WhoAmI\" /></EntityContainer>")
                .append("</Schema></edmx:DataServices></edmx:Edmx>")
                .toString();
    }

    private void type(Table table) {
        text.append("<EntityType Name=\"")
                .append(table.logicalName())
                .append("\" BaseType=\"mscrm.crmbaseentity\"><Key>");
        text.append("<PropertyRef Name=\"").append(table.primaryId()).append("\" /></Key>");
        table.columns().values().stream().filter(Columns::shows).forEach(this::property);
        Navigation.all(organisation, table).forEach(this::navigation);
        text.append("</EntityType>");
    }

    private void property(ObjectNode column) {
        ColumnType type = ColumnType.of(column);
        text.append("<Property Name=\"")
                .append(Columns.member(column))
                .append("\" Type=\"")
                .append(type.edm())
                .append(type.edm().equals("Edm.Decimal") ? "\" Scale=\"Variable" : "")
                .append(column.path("IsPrimaryId").asBoolean() ? "\" Nullable=\"false\" />" : "\" />");
    }

    private void navigation(Navigation navigation) {
        String type = "mscrm." + navigation.target().logicalName();
        text.append("<NavigationProperty Name=\"").append(navigation.name()).append("\" Type=\"");
        text.append(navigation.single() ? type : "Collection(" + type + ")").append('"');
        text.append(" Partner=\"").append(partner(navigation)).append('"');
        if (navigation.single()) {
            text.append("><ReferentialConstraint Property=\"")
                    .append(navigation.member())
                    .append("\" ReferencedProperty=\"")
                    .append(navigation.target().primaryId())
                    .append("\" /></NavigationProperty>");
        } else {
            text.append(" />");
        }
    }

    private static String partner(Navigation navigation) {
        return switch (navigation.side()) {
            case REFERENCING -> navigation.text("ReferencedEntityNavigationPropertyName");
            case REFERENCED -> navigation.text("ReferencingEntityNavigationPropertyName");
            case FIRST -> navigation.text("Entity2NavigationPropertyName");
            case SECOND -> navigation.text("Entity1NavigationPropertyName");
        };
    }

    private void set(Table table) {
        text.append("<EntitySet Name=\"")
                .append(table.entitySet())
                .append("\" EntityType=\"mscrm.")
                .append(table.logicalName());
        text.append("\">");
        for (Navigation each : Navigation.all(organisation, table)) {
            text.append("<NavigationPropertyBinding Path=\"")
                    .append(each.name())
                    .append("\" Target=\"")
                    .append(each.target().entitySet())
                    .append("\" />");
        }
        text.append("</EntitySet>");
    }
}
