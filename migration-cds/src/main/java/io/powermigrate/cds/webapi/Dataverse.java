package io.powermigrate.cds.webapi;

import io.powermigrate.endpoint.ClientKey;
import io.powermigrate.endpoint.Effect;
import io.powermigrate.endpoint.Endpoint;
import io.powermigrate.error.MigrationException;
import io.powermigrate.http.Call;
import io.powermigrate.http.Reply;
import io.powermigrate.http.ServiceException;
import io.powermigrate.model.Document;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.time.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The Dataverse of one environment, through its Web API (wire/dataverse.md, section 1). A refusal is a {@link DataverseException};
 * that no answer came is a {@link ServiceException}. Reads are repeated by the transport, changes are sent once unless
 * doing them twice is the same. Thread-safe.
 *
 * <pre>{@code
 * Dataverse dataverse = endpoint.client(Dataverse.KEY);
 * List<Document> roles = dataverse.rows(Query.of("roles").select("roleid", "name")).toList();
 * }</pre>
 */
public final class Dataverse {

    /** Gives the client of an endpoint that {@code PowerPlatform.connect} opened and that has a Dataverse. */
    public static final ClientKey<Dataverse> KEY = new ClientKey<>(Dataverse.class, Dataverse::open);

    private static final Duration USUAL = Duration.ZERO; // the deadline of the settings

    private final Wire wire;

    private Dataverse(Wire wire) {
        this.wire = wire;
    }

    private static Dataverse open(Endpoint endpoint) {
        PowerPlatformClient client = endpoint.client(PowerPlatformClient.KEY);
        client.dataverse("/"); // says so where there is none
        return new Dataverse(new Wire(client, Map.of()));
    }

    /** Whether an environment has a Dataverse, without a request; false of an endpoint of another kind. */
    public static boolean exists(Endpoint endpoint) {
        try {
            return endpoint.client(PowerPlatformClient.KEY)
                    .facts()
                    .dataverseApiUrl()
                    .isPresent();
        } catch (MigrationException anotherKind) {
            return false;
        }
    }

    /**
     * The same Dataverse, where what is made or changed is added to an unmanaged solution.
     *
     * @param uniqueName of the solution
     */
    public Dataverse inSolution(String uniqueName) {
        return new Dataverse(new Wire(wire.client(), Map.of("MSCRM.SolutionUniqueName", Names.name(uniqueName))));
    }

    /** The clock and the sleeper that requests are sent with. */
    public Time time() {
        return wire.time();
    }

    /**
     * The rows that match, page by page and each page only when it is wanted; closing the stream ends it. A query that is
     * too long for an address is asked in a batch, and then read whole.
     *
     * @throws DataverseException when it is refused, possibly only while the stream is read
     */
    public Stream<Document> rows(Query query) {
        return Batch.isNeeded(query) ? only(query).rows().stream() : wire.items(wire.get(query));
    }

    /**
     * The rows whose column holds one of many values, in as few requests as possible.
     *
     * @param column of texts; a value that is a GUID is asked for as one
     * @param values each is asked for once; none gives no rows, without a request
     * @throws DataverseException when a part is refused
     */
    public List<Document> rowsWhere(Query query, String column, Collection<String> values) {
        return batch(Batch.divided(query, column, values)).stream()
                .flatMap(answer -> answer.rows().stream())
                .toList();
    }

    /**
     * One thing.
     *
     * @return empty when it does not exist
     * @throws DataverseException when it is refused for another reason
     */
    public Optional<Document> find(Query query) {
        Call call = wire.get(query);
        Reply reply = wire.answer(call);
        if (Wire.isAbsence(reply)) {
            return Optional.empty();
        }
        if (!reply.isSuccess()) {
            throw DataverseException.refused(call, reply);
        }
        return Optional.of(reply.object(call));
    }

    /**
     * One object: a thing, or what a function answers.
     *
     * @throws DataverseException when it is refused, or does not exist
     */
    public Document get(Query query) {
        if (Batch.isNeeded(query)) {
            return only(query).object();
        }
        Call call = wire.get(query);
        return wire.send(call).object(call);
    }

    /** What a function answers; see {@link #get}. */
    public Document function(String name, Parameters parameters) {
        return get(Query.function(name, parameters));
    }

    /**
     * Many queries in few requests: at most 1,000 in each, lists with all their pages. One that is refused does not keep the
     * others from being answered.
     *
     * @return an answer for each query, in their order
     */
    public List<Answer> batch(List<Query> queries) {
        return new Batch(wire, time()).answers(queries);
    }

    /** An action, sent once; see {@link #action(Effect, String, Document, Duration)}. */
    public Document action(Effect effect, String name, Document body) {
        return action(effect, name, body, USUAL);
    }

    /**
     * An action, sent once.
     *
     * @param effect what it really does
     * @param name such as {@code AddSolutionComponent}
     * @param within the longest time to wait for the answer; zero means that of the settings
     * @return its answer; missing where it has none
     * @throws DataverseException when it is refused
     */
    public Document action(Effect effect, String name, Document body, Duration within) {
        Call call = wire.call(effect, "POST", Names.path(name))
                .withJson(body)
                .withDeadline(within)
                .once();
        Reply reply = wire.send(call);
        return reply.status() == 204 ? Document.missing() : reply.object(call);
    }

    /**
     * Makes a row.
     *
     * @return its id
     */
    public String create(String set, Document row) {
        Call call =
                wire.call(Effect.WRITE, "POST", Names.name(set)).withJson(row).once();
        return EntityId.in(call, wire.send(call));
    }

    /**
     * Changes a row that is there.
     *
     * @return false when it is not
     */
    public boolean update(String set, Key key, Document changes) {
        Call call = wire.call(Effect.WRITE, "PATCH", address(set, key))
                .withHeader("If-Match", "*")
                .withJson(changes)
                .repeatable();
        return wire.sendUnlessAbsent(call);
    }

    /**
     * Changes a row, or makes it where it is not there.
     *
     * @return its id
     */
    public String upsert(String set, Key key, Document row) {
        Call call = wire.call(Effect.WRITE, "PATCH", address(set, key))
                .withJson(row)
                .repeatable();
        return EntityId.in(call, wire.send(call));
    }

    /**
     * Deletes a row.
     *
     * @param effect what it really does: rows of a scratch place are not changes
     * @return false when it is not there (any more)
     */
    public boolean delete(Effect effect, String set, String id) {
        return wire.sendUnlessAbsent(wire.call(effect, "DELETE", address(set, Key.id(id))));
    }

    /**
     * Links two rows.
     *
     * @param navigation spelled exactly as the service does: it tells capital letters from small ones
     * @return false when they were linked already
     */
    public boolean associate(String set, String id, String navigation, String otherSet, String otherId) {
        Call call = wire.call(Effect.WRITE, "POST", address(set, Key.id(id)) + "/" + Names.name(navigation) + "/$ref")
                .withJson(Document.of(Map.of(
                        "@odata.id",
                        wire.uri(address(otherSet, Key.id(otherId))).toString())))
                .repeatable();
        return wire.sendUnless(call, Wire::isDuplicate);
    }

    /**
     * Takes the link of two rows away.
     *
     * @return false when they were not linked
     */
    public boolean dissociate(String set, String id, String navigation, String otherId) {
        String address = address(set, Key.id(id)) + "/" + Names.name(navigation) + "(" + Names.guid(otherId) + ")/$ref";
        return wire.sendUnlessAbsent(wire.call(Effect.WRITE, "DELETE", address));
    }

    /**
     * An action with a file in it, sent once; the file is encoded while it leaves, and never held.
     *
     * @param members the other members of its body
     * @return its answer; missing where it has none
     * @throws DataverseException when it is refused
     */
    public Document upload(Effect effect, String action, Document members, FileMember file) {
        Call call = wire.call(effect, "POST", Names.path(action))
                .withBody(file.body(members))
                .once();
        Reply reply = wire.send(call);
        return reply.status() == 204 ? Document.missing() : reply.object(call);
    }

    /**
     * An action that answers with a file; the file is decoded while it arrives, and never held. The action is asked again
     * where the answer breaks off, so the reader must begin again each time.
     *
     * @param member of the answer that holds the file in base64
     * @throws DataverseException when it is refused
     * @throws MigrationException when the answer holds no such file
     */
    public <T> T download(Effect effect, String action, Document body, String member, FileReader<T> reader) {
        Call call = wire.call(effect, "POST", Names.path(action)).withJson(body).repeatable();
        return Wire.asDataverse(() -> wire.client()
                .transport()
                .download(call, (head, answer) -> reader.read(Base64Member.in(answer, Names.name(member), call))));
    }

    /**
     * Waits until an asynchronous operation has ended, well or badly.
     *
     * @param within how long; then it is an error, and the operation goes on
     * @param progress hears how far it is
     * @return its row, with {@code statuscode} 30 (succeeded), 31 (failed) or 32 (canceled)
     */
    public Document ended(String asyncOperationId, Duration within, Consumer<String> progress) {
        return new AsyncOperations(this).ended(asyncOperationId, within, progress);
    }

    private Answer only(Query query) {
        return batch(List.of(query)).get(0);
    }

    private static String address(String set, Key key) {
        return Query.of(set).key(key).address();
    }

    @Override
    public String toString() {
        return "Dataverse of " + wire.client();
    }
}
