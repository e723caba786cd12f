package io.powermigrate.cds.rows;

import io.powermigrate.cds.webapi.Answer;
import io.powermigrate.cds.webapi.Dataverse;
import io.powermigrate.cds.webapi.DataverseException;
import io.powermigrate.endpoint.ClientKey;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.model.Document;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one Dataverse; internal. A view that can only read is made for one pass over all types, so it asks for everything
 * with one batch, and gives each kind that answer as often as the pass needs it. Any other view asks for each kind alone,
 * whenever it is asked. Thread-safe.
 */
public final class Rows {

    /** Opens them on the Dataverse of an endpoint. */
    public static final ClientKey<Rows> KEY = new ClientKey<>(
            Rows.class, endpoint -> new Rows(endpoint.client(Dataverse.KEY), endpoint.ceiling() == Effect.READ));

    private final Dataverse dataverse;
    private final boolean once;
    private @Nullable Map<RowKind, Answer> answers;

    private Rows(Dataverse dataverse, boolean once) {
        this.dataverse = dataverse;
        this.once = once;
    }

    /** The rows of a kind; none where the environment has no Dataverse. */
    public static Stream<Document> of(Endpoint endpoint, RowKind kind) {
        return Dataverse.exists(endpoint) ? endpoint.client(KEY).all(kind).stream() : Stream.empty();
    }

    /**
     * The rows of a kind; a single one for what is one object.
     *
     * @throws io.powermigrate.cds.webapi.DataverseException when they cannot be read
     */
    public List<Document> all(RowKind kind) {
        Answer answer = once ? batch().get(kind) : null;
        if (answer == null) {
            return alone(kind);
        }
        if (answer.error() != null) {
            throw answer.error();
        }
        return rows(kind, answer.json());
    }

    /** The rows of a kind, and none where an older server or the rights of the caller do not tell them. */
    public List<Document> told(RowKind kind) {
        try {
            return all(kind);
        } catch (DataverseException notTold) {
            return List.of();
        }
    }

    private List<Document> rows(RowKind kind, Document json) {
        if (kind.isOne()) {
            return List.of(json);
        }
        return json.text("@odata.nextLink").isPresent()
                ? alone(kind)
                : json.at("value").items();
    }

    private List<Document> alone(RowKind kind) {
        return kind.isOne()
                ? List.of(dataverse.get(kind.query()))
                : dataverse.rows(kind.query()).toList();
    }

    /** Who comes first asks for all. */
    private synchronized Map<RowKind, Answer> batch() {
        Map<RowKind, Answer> known = answers;
        if (known == null) {
            List<RowKind> kinds = new ArrayList<>(List.of(RowKind.values()));
            List<Answer> told =
                    dataverse.batch(kinds.stream().map(RowKind::query).toList());
            known = new EnumMap<>(RowKind.class);
            for (int i = 0; i < Math.min(told.size(), kinds.size()); i++) {
                known.put(kinds.get(i), told.get(i));
            }
            answers = known;
        }
        return known;
    }

    /** In one line: whether one batch serves all. */
    @Override
    public String toString() {
        return "Rows[" + (once ? "one batch" : "one by one") + "]";
    }
}
