package io.powermigrate.cds.webapi;

import io.powermigrate.http.Call;
import io.powermigrate.http.Reply;
import io.powermigrate.http.ServiceException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a row that was made or changed: the end of {@code OData-EntityId} (wire/dataverse.md, section 1.1). */
final class EntityId {

    private static final Pattern END = Pattern.compile("\\(([0-9a-fA-F-]{36})\\)$");

    private EntityId() {}

    static String in(Call call, Reply reply) {
        return reply.headers()
                .first("OData-EntityId")
                .or(() -> reply.headers().first("Location"))
                .flatMap(EntityId::of)
                .orElseThrow(() -> ServiceException.unexpected(call, reply, "an answer with the id of the row"));
    }

    private static Optional<String> of(String address) {
        Matcher end = END.matcher(address.trim());
        return end.find() && Names.isGuid(end.group(1)) ? Optional.of(Names.guid(end.group(1))) : Optional.empty();
    }
}
