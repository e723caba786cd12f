package io.powermigrate.canvas.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the flows of a document. A flow has several where its data source, its connection reference and the connection of that do not
 * agree, as in a document that was moved before; the reference counts, because the service keeps it up to date.
 */
public final class FlowIds {

    public static final String LOGIC_FLOWS = "shared_logicflows";

    /**
     * The connection of a flow begins with a GUID, with or without dashes (wire/canvas-app-import.md, section 6; wire/msapp.md,
     * additions).
     */
    private static final Pattern CONNECTION = Pattern.compile(
            "([0-9a-f]{8})(-?)([0-9a-f]{4})\\2([0-9a-f]{4})\\2([0-9a-f]{4})\\2([0-9a-f]{12})(?![0-9a-f])(.*+)",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, String> flowByOther = new LinkedHashMap<>();
    private final Map<String, String> spelled = new TreeMap<>();

    public FlowIds(List<DataSource> all, List<ConnectionReference> references) {
        Map<String, DataSource> sources = new LinkedHashMap<>();
        all.forEach(source -> sources.putIfAbsent(source.name(), source));
        for (ConnectionReference reference : references) {
            String flow = reference.workflowName();
            if (flow != null && !flow.isEmpty()) {
                spelled.putIfAbsent(folded(flow), flow);
            }
        }
        references.stream()
                .filter(FlowIds::isFlow)
                .forEach(reference -> reference(
                        reference,
                        reference.dataSources().stream()
                                .map(sources::get)
                                .flatMap(source ->
                                        source == null ? Optional.<String>empty().stream() : source.flow().stream())
                                .toList()));
        all.forEach(source -> source.flow()
                .filter(id -> !id.isEmpty() && !flowByOther.containsKey(folded(id)))
                .ifPresent(id -> spelled.putIfAbsent(folded(id), id)));
    }

    public static boolean isFlow(ConnectionReference reference) {
        String workflow = reference.workflowName();
        return workflow != null && !workflow.isEmpty()
                || Connectors.connectorOf(reference.connectionInstanceId()).equalsIgnoreCase(LOGIC_FLOWS);
    }

    private void reference(ConnectionReference reference, List<String> ofSources) {
        Optional<String> ofConnection = ofConnection(reference.connection());
        String flow = Optional.ofNullable(reference.workflowName())
                .filter(id -> !id.isEmpty())
                .or(() -> ofSources.stream().findFirst())
                .or(() -> ofConnection)
                .orElse("");
        if (!flow.isEmpty()) {
            spelled.putIfAbsent(folded(flow), flow);
            ofSources.forEach(id -> other(id, flow));
            ofConnection.ifPresent(id -> other(id, flow));
        }
    }

    private void other(String id, String flow) {
        if (!id.isEmpty() && !spelled.containsKey(folded(id))) {
            flowByOther.putIfAbsent(folded(id), flow);
        }
    }

    /** Of each flow the one id that counts, sorted. */
    Set<String> ids() {
        return new TreeSet<>(spelled.values());
    }

    /** The flow that an id means; another id as it is. */
    public String flow(String id) {
        return flowByOther.getOrDefault(folded(id), id);
    }

    /** Ids that mean a flow with another id, each with that one. */
    public Map<String, String> others() {
        return flowByOther;
    }

    /** The GUID that the connection of a flow begins with. */
    public static Optional<String> ofConnection(String connection) {
        Matcher parts = CONNECTION.matcher(connection);
        return parts.matches()
                ? Optional.of(String.join(
                        "-", parts.group(1), parts.group(3), parts.group(4), parts.group(5), parts.group(6)))
                : Optional.empty();
    }

    /** The connection with another GUID, spelled as it was; what follows the GUID stays. */
    public static String connection(String connection, String flow) {
        Matcher parts = CONNECTION.matcher(connection);
        if (!parts.matches()) {
            return connection;
        }
        return (parts.group(2).isEmpty() ? flow.replace("-", "") : flow) + parts.group(7);
    }

    private static String folded(@Nullable String id) {
        return id == null ? "" : id.toLowerCase(Locale.ROOT);
    }
}
