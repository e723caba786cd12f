package io.powermigrate.testkit.fake.internal.odata;

import io.powermigrate.testkit.fake.internal.odata.filter.Malformed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a list, by {@code Prefer: odata.maxpagesize} and an opaque {@code $skiptoken} that is encoded twice
 * (wire/dataverse.md, section 1.6).
 */
record Page(Request request, int size, int number) {
    static final int LARGEST = 5000;
    private static final Pattern NUMBER = Pattern.compile("pagenumber=\"([0-9]{1,6})\"");

    static Page of(Request request) {
        int size = request.preference("odata.maxpagesize")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(LARGEST);
        int number = request.option("$skiptoken").map(Page::numberIn).orElse(1);
        return new Page(request, Math.max(1, Math.min(LARGEST, size)), number);
    }

    private static int numberIn(String cookie) {
        Matcher matcher = NUMBER.matcher(cookie);
        if (!matcher.find()) {
            throw Malformed.query("The $skiptoken is malformed.");
        }
        return Integer.parseInt(matcher.group(1));
    }

    <T> List<T> cut(List<T> rows) {
        int from = Math.min(rows.size(), (number - 1) * size);
        return rows.subList(from, Math.min(rows.size(), from + size));
    }

    boolean goesOn(int all) {
        return (long) number * size < all;
    }

    /** The address of the next page, beginning as the client's own addresses do. */
    String next() {
        String inner = URLEncoder.encode("<cookie page=\"" + number + "\"></cookie>", StandardCharsets.UTF_8);
        String cookie =
                "<cookie pagenumber=\"" + (number + 1) + "\" pagingcookie=\"" + inner + "\" istracking=\"False\" />";
        String kept = request.ask().rawQuery().replaceAll("(?i)(^|&)(%24|\\$)skiptoken=[^&]*", "");
        String query = (kept.isEmpty() ? "" : kept + "&") + "$skiptoken="
                + URLEncoder.encode(cookie, StandardCharsets.UTF_8).replace("+", "%20");
        return request.base() + request.ask().rawPath() + "?" + query.replaceFirst("^&", "");
    }
}
