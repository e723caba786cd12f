package io.powermigrate.testkit.fake.internal.odata;

import io.powermigrate.testkit.fake.internal.http.Call;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One request of the Web API, alone or in a batch.
 *
 * @param path decoded, behind the version, without a slash in front
 * @param rawPath the same as the client wrote it
 * @param rawQuery as the client wrote it, empty without one
 * @param headers names in lower case
 */
record Ask(String method, String path, String rawPath, String rawQuery, Map<String, String> headers, byte[] body) {

    /** By its address behind the version. */
    static Ask of(String method, String address, Map<String, String> headers, byte[] body) {
        int question = address.indexOf('?');
        String raw = question < 0 ? address : address.substring(0, question);
        String query = question < 0 ? "" : address.substring(question + 1);
        return new Ask(method, Call.decode(raw.replace("+", "%2B")), raw, query, headers, body);
    }

    /** The query options, decoded; names in lower case. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = Call.decode(equals < 0 ? pair : pair.substring(0, equals));
                options.put(name.toLowerCase(Locale.ROOT), equals < 0 ? "" : Call.decode(pair.substring(equals + 1)));
            }
        }
        return options;
    }
}
