package io.powermigrate.testkit.fake.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.powermigrate.testkit.fake.internal.http.Answer;
import io.powermigrate.testkit.fake.internal.http.Call;
import io.powermigrate.testkit.fake.internal.http.Refusal;
import io.powermigrate.testkit.fake.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Lists page by page (wire/power-platform.md, section 0.3). */
public final class Paged {
    private Paged() {}

    /** The page that the call asks for, with a next link to the same address; only its items are written. */
    public static <T> Answer answer(World world, Call call, List<T> all, Function<T, ? extends JsonNode> json) {
        return answer(world, call, all, json, call.self());
    }

    /** The same with a next link that leads elsewhere; the query is kept as the client wrote it. */
    public static <T> Answer answer(
            World world, Call call, List<T> all, Function<T, ? extends JsonNode> json, String nextBase) {
        int from = Math.min(start(call), all.size());
        int to = Math.min(all.size(), from + size(world, call));
        ObjectNode body = Json.object();
        if (to < all.size()) {
            body.put("nextLink", nextBase + "?" + query(call) + "%24skiptoken=" + token(to));
        }
        body.set("value", Json.list(all.subList(from, to).stream().map(json).toList()));
        return Answer.ok(body);
    }

    private static int size(World world, Call call) {
        int wanted = call.query("$top")
                .filter(text -> text.matches("[1-9]\\d{0,6}"))
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
        return Math.min(wanted, world.pageSize());
    }

    private static String query(Call call) {
        String kept = call.rawQuery().replaceAll("(?i)(^|&)(%24|\\$)skiptoken=[^&]*", "");
        return kept.isEmpty() ? "" : kept + "&";
    }

    private static String token(int next) {
        byte[] marker = ("{\"nextMarker\":\"" + next + "\"}").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(marker)
                .replace("=", "%3d")
                .replace("+", "%2b")
                .replace("/", "%2f");
    }

    private static int start(Call call) {
        String token = call.query("$skiptoken").orElse("");
        if (token.isEmpty()) {
            return 0;
        }
        try {
            byte[] marker = Base64.getDecoder().decode(token);
            return Json.objectOrEmpty(marker).path("nextMarker").asInt();
        } catch (IllegalArgumentException foreign) {
            throw Refusal.of(400, "InvalidSkipToken", "The skip token is not valid.");
        }
    }
}
