package io.powermigrate.cds.webapi;

import io.powermigrate.endpoint.Effect;
import io.powermigrate.http.Call;
import io.powermigrate.http.HttpSettings;
import io.powermigrate.http.Reply;
import io.powermigrate.http.ServiceException;
import io.powermigrate.model.Document;
import io.powermigrate.platform.PowerPlatformClient;
import io.powermigrate.time.Time;
import java.net.URI;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Requests of one organisation: address, headers (wire/dataverse.md, section 1.1), and refusals as errors of Dataverse. */
record Wire(PowerPlatformClient client, Map<String, String> headersOfChanges) {

    private static final String ROOT = "/api/data/v9.2/";

    /** Refusals come back as answers, so that their whole text can be read; what may pass by itself is the transport's. */
    private static final Integer[] REFUSALS = {
        400, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 416, 422, 428, 431, 501
    };

    URI uri(String address) {
        return client.dataverse(ROOT + address);
    }

    /** A request with the headers of every request. */
    Call call(Effect effect, String method, String address) {
        Call call = headed(Call.of(effect, method, uri(address)));
        return effect == Effect.WRITE ? headed(call, headersOfChanges) : call;
    }

    Call get(Query query) {
        return headed(call(Effect.READ, "GET", query.address()), query.headers());
    }

    Call headed(Call call) {
        return call.withHeader("Accept", "application/json")
                .withHeader("OData-Version", "4.0")
                .withHeader("OData-MaxVersion", "4.0")
                .withHeader("If-None-Match", "null");
    }

    static Call headed(Call call, Map<String, String> headers) {
        Call with = call;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            with = with.withHeader(header.getKey(), header.getValue());
        }
        return with;
    }

    /**
     * Sends it; every refusal is an error.
     *
     * @throws DataverseException when it is refused
     */
    Reply send(Call call) {
        Reply reply = answer(call);
        if (!reply.isSuccess()) {
            throw DataverseException.refused(call, reply);
        }
        return reply;
    }

    /** Sends it; a refusal is an answer. */
    Reply answer(Call call) {
        return asDataverse(() -> client.transport().send(call.accepting(REFUSALS)));
    }

    /** Sends it; false where what it is about does not exist. */
    boolean sendUnlessAbsent(Call call) {
        return sendUnless(call, Wire::isAbsence);
    }

    /** Sends it; false where the answer is a refusal that the caller expects. */
    boolean sendUnless(Call call, Predicate<Reply> expected) {
        Reply reply = answer(call);
        if (expected.test(reply)) {
            return false;
        }
        if (!reply.isSuccess()) {
            throw DataverseException.refused(call, reply);
        }
        return true;
    }

    /** Whether the row does not exist; an unknown segment of the address is a 404 too, but no absence. */
    static boolean isAbsence(Reply reply) {
        return reply.status() == 404
                && ErrorBody.in(reply.json(), reply.text())
                        .map(error -> error.is(ErrorCode.ABSENT))
                        .orElse(true);
    }

    /** Whether it is there already. */
    static boolean isDuplicate(Reply reply) {
        return !reply.isSuccess()
                && ErrorBody.in(reply.json(), reply.text())
                        .filter(error -> error.is(ErrorCode.DUPLICATE))
                        .isPresent();
    }

    Time time() {
        HttpSettings settings = client.transport().settings();
        return new Time(settings.clock(), settings.sleeper());
    }

    /** All elements of all pages. */
    Stream<Document> items(Call call) {
        Stream<Document> items = client.transport().items(call);
        Spliterator<Document> pages = items.spliterator();
        return StreamSupport.stream(
                        new Spliterators.AbstractSpliterator<Document>(pages.estimateSize(), pages.characteristics()) {
                            @Override
                            public boolean tryAdvance(Consumer<? super Document> action) {
                                return asDataverse(() -> pages.tryAdvance(action));
                            }
                        },
                        false)
                .onClose(items::close);
    }

    /** What the transport says about an answer of Dataverse, in the terms of Dataverse. */
    static <T> T asDataverse(Supplier<T> work) {
        try {
            return work.get();
        } catch (ServiceException e) {
            throw e.status() >= 400 ? DataverseException.of(e) : e;
        }
    }
}
