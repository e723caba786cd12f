package io.powermigrate.internal.page.sarif;

import io.powermigrate.internal.address.PercentText;
import io.powermigrate.internal.page.sarif.SarifLog.Text;
import io.powermigrate.internal.text.Shown;
import io.powermigrate.internal.text.Words;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts from outside as SARIF wants them. */
final class SarifText {

    private SarifText() {}

    /**
     * The parts as sentences. In messages of SARIF {@code [words](address)} is a link and {@code {0}} a placeholder (sections 3.11.5
     * and 3.11.6): a name makes neither.
     */
    static Text message(String... parts) {
        String text = Stream.of(parts)
                .map(Words::sentence)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new Text(
                Shown.message(text).replace("](", "] (").replace("{", "{{").replace("}", "}}"));
    }

    /** A relative address of these parts; one that is made of dots leads nowhere. */
    static String address(String... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> Stream.of(part.split("/", -1)))
                .filter(part -> !part.isEmpty())
                .map(part -> part.equals(".") || part.equals("..") ? "_" + part : part)
                .map(part -> PercentText.encoded(part, ""))
                .collect(Collectors.joining("/"));
    }
}
