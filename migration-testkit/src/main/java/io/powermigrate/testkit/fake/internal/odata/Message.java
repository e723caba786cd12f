package io.powermigrate.testkit.fake.internal.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.wire.FakeEffect;
import java.util.List;
import java.util.function.Function;

/**
 * A function or an action of the Web API.
 *
 * @param name e.g. {@code WhoAmI}; {@code DELETE solutions} for what happens in place of deleting a row of that set, {@code GET} for
 *     what is shown in place of its rows
 */
public record Message(String name, Kind kind, FakeEffect effect, Handler handler) {

    /** How a message gets its parameters. */
    public enum Kind {
        FUNCTION,
        ACTION,
        /** An action that reads its body itself, since that may be large. */
        RAW
    }

    boolean function() {
        return kind == Kind.FUNCTION;
    }

    /** What a message does. */
    @FunctionalInterface
    public interface Handler {

        /**
         * @param parameters of a function by name, of an action its body; {@code @bound} is the id of the row it was called
         *     on
         */
        Answer answer(Request request, ObjectNode parameters);
    }

    public static Message function(String name, Handler handler) {
        return new Message(name, Kind.FUNCTION, FakeEffect.READ, handler);
    }

    public static Message action(String name, FakeEffect effect, Handler handler) {
        return new Message(name, Kind.ACTION, effect, handler);
    }

    /** In place of deleting a row of that entity set; its id is the parameter {@code @bound}. */
    public static Message deleting(String entitySet, FakeEffect effect, Handler handler) {
        return new Message("DELETE " + entitySet, Kind.ACTION, effect, handler);
    }

    /** The rows of a virtual entity set, which are made when somebody asks for them. */
    public static Message listing(String entitySet, Function<Request, List<ObjectNode>> rows) {
        return new Message(
                "GET " + entitySet,
                Kind.FUNCTION,
                FakeEffect.READ,
                (request, none) -> RowReads.list(
                        request, request.organisation().rows(entitySet).table(), rows.apply(request)));
    }

    /** An action whose handler reads the body of the request; its parameters are empty. */
    public static Message raw(String name, FakeEffect effect, Handler handler) {
        return new Message(name, Kind.RAW, effect, handler);
    }
}
