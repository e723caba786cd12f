package io.powermigrate.cds.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.powermigrate.error.MigrationException;
import io.powermigrate.model.Document;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query, a filter, a key and parameters look like in an address, and what cannot get into one. */
class QueryTest {

    private static final String ID = "01234567-89ab-4def-8000-000000000001";

    @Test
    void a_query_of_rows_has_its_options_in_the_order_they_were_given() {
        Query query = Query.of("solutions")
                .select("uniquename", "version")
                .filter(Filter.eq("uniquename", "Sales").and(Filter.is("ismanaged", false)))
                .expand("publisherid($select=uniquename)")
                .orderBy("createdon desc")
                .top(3);

        assertThat(plain(query))
                .isEqualTo("solutions?$select=uniquename,version&$filter=uniquename eq 'Sales' and ismanaged eq false"
                        + "&$expand=publisherid($select=uniquename)&$orderby=createdon desc&$top=3");
    }

    @Test
    void metadata_is_asked_by_key_and_cast() {
        Query query = Query.of("EntityDefinitions")
                .key(Key.of("LogicalName", "account"))
                .path("Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata")
                .select("LogicalName");

        assertThat(plain(query))
                .isEqualTo("EntityDefinitions(LogicalName='account')"
                        + "/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName");
    }

    @Test
    void keys_have_several_columns_and_ids_lose_their_braces() {
        assertThat(plain(Query.of("xs").key(Key.of("k1", "a").and(Key.of("k2", 3)))))
                .isEqualTo("xs(k1='a',k2=3)");
        assertThat(plain(Query.of("roles").key(Key.id("{" + ID.toUpperCase(Locale.ROOT) + "}"))))
                .isEqualTo("roles(" + ID + ")");
    }

    @Test
    void functions_take_their_parameters_by_alias() {
        Parameters parameters = Parameters.text("Name", "it's / odd")
                .andGuid("RoleId", ID)
                .andNumber("Type", 1)
                .andFlag("Deep", true)
                .andEnum("Filters", "EntityFilters", "Attributes")
                .andJson("Query", Document.of(Map.of("a", List.of(1))));

        assertThat(plain(Query.function("F", parameters)))
                .isEqualTo("F(Name=@p1,RoleId=@p2,Type=@p3,Deep=@p4,Filters=@p5,Query=@p6)"
                        + "?@p1='it''s / odd'&@p2=" + ID + "&@p3=1&@p4=true"
                        + "&@p5=Microsoft.Dynamics.CRM.EntityFilters'Attributes'&@p6={\"a\":[1]}");
        assertThat(plain(Query.function("WhoAmI", Parameters.none()))).isEqualTo("WhoAmI");
    }

    @Test
    void a_text_ends_no_quotes_and_begins_no_option() {
        Filter filter = Filter.eq("name", "x' or name ne 'y&$top=1#%27");

        assertThat(filter.text()).isEqualTo("name eq 'x'' or name ne ''y&$top=1#%27'");
        assertThat(Query.of("roles").filter(filter).address())
                .doesNotContain("&")
                .doesNotContain("#");
        assertThat(plain(Query.of("roles").key(Key.of("name", "a/b'c?")))).isEqualTo("roles(name='a/b''c?')");
        assertThat(Query.of("roles").key(Key.of("name", "a/b?")).address())
                .doesNotContain("/")
                .doesNotContain("?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a'b", "a)b", "a?b", "a&b", "../a", "a%2Fb", "a,b", "a\nb"})
    void what_is_no_name_is_refused_wherever_a_name_is_wanted(String name) {
        assertThatThrownBy(() -> Query.of(name)).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> Query.of("a").select(name)).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> Filter.eq(name, "x")).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> Key.of(name, "x")).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> Parameters.text(name, "x")).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> Key.id(name)).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> Filter.id("roleid", name)).isInstanceOf(MigrationException.class);
    }

    @Test
    void filters_join_and_keep_their_brackets() {
        Filter either = Filter.in("name", List.of("a", "b"));

        assertThat(either.and(Filter.isNull("parent")).text())
                .isEqualTo("(name eq 'a' or name eq 'b') and parent eq null");
        assertThat(either.not().text()).isEqualTo("not (name eq 'a' or name eq 'b')");
        assertThat(Filter.since("createdon", Instant.parse("2026-01-02T03:04:05.678Z"))
                        .text())
                .isEqualTo("createdon ge 2026-01-02T03:04:05Z");
        assertThat(Filter.startsWith("publisherid/uniquename", "x").text())
                .isEqualTo("startswith(publisherid/uniquename,'x')");
    }

    @Test
    void a_filter_of_no_values_is_refused_because_it_would_ask_for_everything_or_nothing() {
        assertThatThrownBy(() -> Filter.in("name", List.of())).hasMessageContaining("the list of values is empty");
    }

    @Test
    void many_values_are_divided_over_several_queries_and_ids_are_asked_for_as_ids() {
        List<String> names = IntStream.range(0, 250).mapToObj(i -> "n" + i).toList();

        List<Query> queries = Batch.divided(Query.of("roles"), "name", names);

        assertThat(queries).hasSize(3);
        assertThat(plain(queries.get(2))).contains("name eq 'n249'").doesNotContain("'n199'");
        assertThat(plain(Batch.divided(Query.of("roles"), "roleid", List.of(ID)).get(0)))
                .isEqualTo("roles?$filter=roleid eq " + ID);
    }

    private static String plain(Query query) {
        return URLDecoder.decode(query.address().replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
