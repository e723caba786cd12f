package io.powermigrate.testkit.msapp;

import java.util.List;
import java.util.stream.Collectors;

/** The WADL of a service: {@code siena:serviceId} is the data source's name (wire/msapp.md, section 3, rows 4 and 6). */
final class Wadl {
    private static final String SIENA = "http://schemas.microsoft.com/MicrosoftProjectSiena/WADL/2014/11";
    private static final String CONNECTION =
            "<param style=\"template\" name=\"connectionId\" type=\"xs:string\" required=\"true\" />";
    private static final String FLOW_URL = "https://unitedstates-002.azure-apim.net/apim/logicflows";

    private Wadl() {}

    static String of(Blueprint.Service service, Blueprint.Connector connector) {
        String types = service.operations().stream()
                .map(id -> "<string name=\"" + xml(id) + "_value_def\" /><object name=\"" + xml(id)
                        + "Response\"><property name=\"value\" type=\"string\" /></object>")
                .collect(Collectors.joining());
        String resources = service.operations().stream().map(Wadl::operation).collect(Collectors.joining());
        Head head = new Head(service.name(), connector.displayName(), connector.runtimeUrl(), connector.name());
        return application(head, types, resources);
    }

    static String of(Blueprint.Flow flow) {
        String types = object("ManualTriggerInput", flow.call().inputs())
                + object("ResponseActionOutput", flow.call().outputs());
        Head head = new Head(flow.name(), flow.name(), FLOW_URL, "logicflows");
        return application(head, types, run(flow.call().inputs()));
    }

    private static String object(String name, List<Blueprint.Typed> members) {
        String definitions = members.stream()
                .map(member -> "<" + member.type().json() + " name=\"" + name + "_" + xml(member.name()) + "_def\" />")
                .collect(Collectors.joining());
        String properties = members.stream()
                .map(member -> "<property name=\"" + xml(member.name()) + "\" type=\""
                        + member.type().json() + "\" />")
                .collect(Collectors.joining());
        return definitions + "<object name=\"" + name + "\">" + properties + "</object>";
    }

    private record Head(String serviceId, String title, String url, String provider) {}

    private static String application(Head head, String types, String resources) {
        String url = xml(head.url());
        return "<application xmlns:xml=\"http://www.w3.org/XML/1998/namespace\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                + " xmlns:service=\"" + url + "\" xmlns:siena=\"" + SIENA + "\" siena:serviceId=\""
                + xml(head.serviceId())
                + "\" xmlns=\"http://wadl.dev.java.net/2009/02\"><doc title=\"" + xml(head.title()) + "\" /><grammars>"
                + "<jsonTypes targetNamespace=\"" + url + "\" xmlns=\"" + SIENA + "\">" + types
                + "</jsonTypes></grammars>"
                + "<resources siena:authenticationProviderHref=\"#PowerAppAuth\" base=\"" + url + "\">" + resources
                + "</resources><authenticationProviders xmlns=\"" + SIENA + "\"><connectionProvider id=\"PowerAppAuth\""
                + " siena:connectionProviderId=\"" + xml(head.provider()) + "\" /></authenticationProviders>"
                + "<template xmlns=\"" + SIENA + "\"><variable name=\"connectionId\"><modifyParams style=\"template\""
                + " name=\"connectionId\" attribute=\"fixed\" /></variable></template></application>";
    }

    private static String operation(String id) {
        String name = xml(id);
        return "<resource path=\"/{connectionId}/" + name + "\">" + CONNECTION
                + "<method siena:requiresAuthentication=\"true\" name=\"GET\" id=\"" + name
                + "\" siena:isDeprecated=\"false\"><doc title=\"" + name + "\" /><request /><response>"
                + "<representation mediaType=\"application/json\" element=\"service:" + name
                + "Response\" /></response></method></resource>";
    }

    private static String run(List<Blueprint.Typed> inputs) {
        String plain = inputs.stream()
                .map(input -> "<param style=\"plain\" name=\"" + xml(input.name()) + "\" path=\"/" + xml(input.name())
                        + "\" type=\"" + input.type().xml() + "\" required=\"true\" />")
                .collect(Collectors.joining());
        return "<resource path=\"/{connectionId}/triggers/manual/run\">" + CONNECTION
                + "<method siena:requiresAuthentication=\"true\" name=\"POST\" id=\"Run\"><doc title=\"Runs the flow.\" />"
                + "<request><param style=\"query\" name=\"api-version\" type=\"xs:string\" required=\"true\""
                + " fixed=\"2015-02-01-preview\"><doc title=\"The version\" /></param>"
                + "<representation mediaType=\"application/json\">" + plain + "</representation></request><response>"
                + "<representation mediaType=\"application/json\" element=\"service:ResponseActionOutput\" /></response>"
                + "</method></resource>";
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
