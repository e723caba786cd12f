package io.powermigrate.cds.webapi;

import io.powermigrate.internal.text.Shown;
import io.powermigrate.model.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of the answer to a batch.
 *
 * @param status the HTTP status; 0 where the service left the part out
 * @param json the body, of a list with the elements of all its pages; missing where it is empty or an error
 * @param error why there is no body; null of a success
 */
public record Answer(int status, Document json, @Nullable DataverseException error) {

    /** Whether it was answered with what was asked for. */
    public boolean isSuccess() {
        return error == null;
    }

    /**
     * The body.
     *
     * @throws DataverseException when there is none
     */
    public Document object() {
        if (error != null) {
            throw error;
        }
        return json;
    }

    /**
     * The elements of the list that was asked for.
     *
     * @throws DataverseException when there is none
     */
    public List<Document> rows() {
        return object().at("value").items();
    }

    @Override
    public String toString() {
        return Shown.record(this);
    }
}
