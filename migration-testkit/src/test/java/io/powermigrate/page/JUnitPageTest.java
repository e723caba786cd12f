package io.powermigrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.model.ResourceKey;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitPageTest {

    private static final Page PLAN = ManyApps.plan(300).page();

    /** What the readers of pipelines want, which agree on no schema: this is what all of them take. */
    private static final String SCHEMA = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:attributeGroup name="counts">
                <xs:attribute name="name" type="xs:string" use="required"/>
                <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="time" type="xs:decimal" use="required"/>
              </xs:attributeGroup>
              <xs:complexType name="told"><xs:simpleContent><xs:extension base="xs:string">
                <xs:attribute name="message" type="xs:string" use="required"/>
                <xs:attribute name="type" type="xs:string"/>
              </xs:extension></xs:simpleContent></xs:complexType>
              <xs:element name="testsuites"><xs:complexType>
                <xs:sequence><xs:element name="testsuite" maxOccurs="unbounded"><xs:complexType>
                  <xs:sequence>
                    <xs:element name="properties" minOccurs="0"><xs:complexType><xs:sequence>
                      <xs:element name="property" maxOccurs="unbounded"><xs:complexType>
                        <xs:attribute name="name" type="xs:string" use="required"/>
                        <xs:attribute name="value" type="xs:string" use="required"/>
                      </xs:complexType></xs:element>
                    </xs:sequence></xs:complexType></xs:element>
                    <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
                      <xs:choice minOccurs="0">
                        <xs:element name="failure" type="told"/>
                        <xs:element name="skipped" type="told"/>
                        <xs:element name="system-out" type="xs:string"/>
                      </xs:choice>
                      <xs:attribute name="name" type="xs:string" use="required"/>
                      <xs:attribute name="classname" type="xs:string" use="required"/>
                      <xs:attribute name="time" type="xs:decimal" use="required"/>
                    </xs:complexType></xs:element>
                  </xs:sequence>
                  <xs:attributeGroup ref="counts"/>
                </xs:complexType></xs:element></xs:sequence>
                <xs:attributeGroup ref="counts"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """;

    private static Element read(Page page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Format.JUNIT.text(page))))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Element> all(Element within, String name) {
        var found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Element suite(Element suites, String name) {
        return all(suites, "testsuite").stream()
                .filter(suite -> suite.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRed(Page page) {
        return !read(page).getAttribute("failures").equals("0");
    }

    private static Page plan(long ready, long waiting, long approvable, Section... sections) {
        return page(
                Page.Kind.PLAN,
                List.of(
                        new Figure("ready", ready, "ready", "", State.READY),
                        new Figure("waiting", waiting, "waiting", "", State.WAITING),
                        new Figure("approvable", approvable, "changes that can be approved", "", null)),
                sections);
    }

    private static Page page(Page.Kind kind, List<Figure> figures, Section... sections) {
        return new Page(
                kind,
                "Page",
                "Dev",
                "Prod",
                "The verdict.",
                List.of(),
                "app",
                figures,
                List.of(sections),
                List.of(),
                List.of());
    }

    private static Section section(Section.Key key, State state) {
        Item item = Item.of(new ResourceKey("canvas-app", "Orders"), "Orders", "1", state);
        return new Section(key, "Section", "", "", List.of(Group.of("key", "Group", state, List.of(item))));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_page_has_the_structure_that_pipelines_read(Page.Kind kind) throws SAXException, IOException {
        String xml = Format.JUNIT.text(EveryField.of(kind, "name"));

        SchemaFactory.newDefaultInstance()
                .newSchema(new StreamSource(new StringReader(SCHEMA)))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void the_counts_are_those_of_the_cases() {
        Element suites = read(PLAN);

        Stream.concat(Stream.of(suites), all(suites, "testsuite").stream()).forEach(suite -> {
            assertThat(suite.getAttribute("tests"))
                    .isEqualTo(String.valueOf(all(suite, "testcase").size()));
            assertThat(suite.getAttribute("failures"))
                    .isEqualTo(String.valueOf(all(suite, "failure").size()));
            assertThat(suite.getAttribute("skipped"))
                    .isEqualTo(String.valueOf(all(suite, "skipped").size()));
        });
    }

    @Test
    void an_open_decision_is_a_failure_what_waits_is_skipped_and_what_will_happen_passes() {
        Element suites = read(PLAN);

        assertThat(all(suite(suites, "plan.decisions"), "failure"))
                .hasSize(PLAN.section(Section.Key.DECISIONS)
                        .orElseThrow()
                        .groups()
                        .size());
        assertThat(all(suite(suites, "plan.waits"), "skipped")).hasSize((int) PLAN.figure("waiting"));
        assertThat(all(suite(suites, "plan.happens"), "testcase")).hasSize((int) PLAN.figure("ready"));
        assertThat(all(suite(suites, "plan.happens"), "failure")).isEmpty();
        assertThat(all(suite(suites, "plan.risks"), "failure")).isEmpty();
        assertThat(all(suite(suites, "plan.risks"), "skipped")).isNotEmpty();
    }

    @Test
    void the_failure_of_a_decision_tells_its_question_and_the_lines_that_answer_it() {
        Element decision = all(suite(read(PLAN), "plan.decisions"), "failure").get(0);
        Group first = PLAN.section(Section.Key.DECISIONS).orElseThrow().groups().get(0);

        assertThat(decision.getAttribute("message")).startsWith(first.title());
        assertThat(decision.getTextContent())
                .contains(first.choices().get(0).line().code());
    }

    @Test
    void a_plan_that_can_be_approved_and_leaves_nothing_open_is_green() {
        assertThat(isRed(plan(
                        3, 0, 3, section(Section.Key.HAPPENS, State.READY), section(Section.Key.RISKS, State.READY))))
                .isFalse();
    }

    @Test
    void a_plan_that_finds_everything_there_is_green() {
        assertThat(isRed(plan(0, 0, 0, section(Section.Key.THERE, State.THERE))))
                .isFalse();
    }

    @Test
    void a_plan_of_which_nothing_can_be_approved_is_red_and_says_why() {
        Page page = plan(0, 2, 0, section(Section.Key.WAITS, State.WAITING));

        assertThat(all(suite(read(page), "plan.verdict"), "failure"))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure.getAttribute("message")).contains("The verdict."));
    }

    @Test
    void a_plan_above_its_limit_is_red() {
        assertThat(isRed(ManyApps.planAboveItsLimit(20).page())).isTrue();
        assertThat(ManyApps.planAboveItsLimit(20).page().figure("approvable")).isZero();
    }

    @Test
    void a_list_that_was_not_read_is_a_failure_and_a_setting_that_made_no_difference_is_not() {
        Section unread = new Section(
                Section.Key.WARNINGS,
                "",
                "",
                "",
                List.of(Group.of("unread:Dev:x", "Not read", State.FAILED, List.of())));
        Section unused = new Section(
                Section.Key.WARNINGS, "", "", "", List.of(Group.of("setting:x", "Unused", State.NOT_RUN, List.of())));

        assertThat(isRed(plan(1, 0, 1, unread))).isTrue();
        assertThat(isRed(plan(1, 0, 1, unused))).isFalse();
        assertThat(all(read(plan(1, 0, 1, unused)), "skipped")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "PARTLY", "UNVERIFIED", "NOT_RUN"})
    void a_report_is_red_as_long_as_a_step_did_not_arrive(State state) {
        assertThat(isRed(page(Page.Kind.REPORT, List.of(), section(Section.Key.NEEDS_YOU, state))))
                .isTrue();
    }

    @Test
    void a_report_of_which_all_is_done_is_green_although_somebody_has_work_left() {
        Page page = page(
                Page.Kind.REPORT,
                List.of(),
                section(Section.Key.DONE, State.DONE),
                section(Section.Key.AFTER, State.BY_HAND));

        assertThat(isRed(page)).isFalse();
    }

    @Test
    void twins_have_names_of_their_own() {
        List<Element> cases = all(suite(read(EveryField.of(Page.Kind.PLAN, "x")), "plan.waits"), "testcase");

        assertThat(cases.stream().map(each -> each.getAttribute("name"))).contains("x (ax)", "x (bx)");
    }
}
