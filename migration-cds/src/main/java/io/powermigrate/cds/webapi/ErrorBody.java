package io.powermigrate.cds.webapi;

import io.powermigrate.model.Document;
import java.util.Optional;

/** Finds the error in the body of an answer, in every shape that was seen (wire/dataverse.md, section 1.3). Pure. */
final class ErrorBody {

    private static final int WORDS = 300;

    private ErrorBody() {}

    /** {@code {error: {code, message}}}, {@code {Message, ExceptionMessage, ErrorCode}}, or plain words; empty without any. */
    static Optional<DataverseError> in(Document json, String text) {
        Document error = json.at("error");
        if (error.isObject()) {
            return Optional.of(odata(error));
        }
        if (json.text("Message").isPresent() || json.text("ExceptionMessage").isPresent()) {
            return Optional.of(webApi(json));
        }
        String plain = text.strip();
        boolean words = json.isMissing() && !plain.isEmpty() && !plain.startsWith("<") && plain.length() <= WORDS;
        return words ? Optional.of(DataverseError.of("", plain)) : Optional.empty();
    }

    private static DataverseError odata(Document error) {
        String message =
                error.text("message").or(() -> error.text("message", "value")).orElse("");
        DataverseError outer = DataverseError.of(error.text("code").orElse(""), message);
        Document inner = error.at("innererror");
        if (outer.code().isEmpty() && outer.words().isEmpty() && inner.isObject()) {
            return DataverseError.of(
                    inner.text("errorcode").orElse(""), inner.text("message").orElse(""));
        }
        return outer;
    }

    /** The body of the framework below OData; the exception says more than the message. */
    private static DataverseError webApi(Document body) {
        String message = body.text("ExceptionMessage")
                .filter(words -> !words.isBlank())
                .or(() -> body.text("Message"))
                .orElse("");
        return DataverseError.of(body.text("ErrorCode").orElse(""), message);
    }
}
