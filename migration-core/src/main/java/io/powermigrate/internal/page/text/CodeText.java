package io.powermigrate.internal.page.text;

import io.powermigrate.internal.text.Shown;
import java.util.ArrayList;
import java.util.List;

/** A line to paste: whole where it fits, else broken after a comma, as Java allows. */
final class CodeText {

    private CodeText() {}

    static List<String> lines(String indent, String code) {
        List<String> lines = new ArrayList<>();
        String rest = indent + Shown.message(code);
        while (rest.length() > Wrapped.LONGEST) {
            int comma = rest.lastIndexOf("\", \"", Wrapped.LONGEST - 2);
            if (comma <= indent.length()) {
                lines.add(rest.substring(0, Wrapped.end(rest, Wrapped.LONGEST - 35))
                        + "… (whole in the JSON of the plan)");
                return lines;
            }
            lines.add(rest.substring(0, comma + 2));
            rest = indent + "    " + rest.substring(comma + 3);
        }
        lines.add(rest);
        return lines;
    }
}
