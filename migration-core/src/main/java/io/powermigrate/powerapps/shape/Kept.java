package io.powermigrate.powerapps.shape;

import io.powermigrate.model.Artifact;
import io.powermigrate.model.Document;
import io.powermigrate.model.Resource;
import io.powermigrate.store.Workspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Puts cleansed documents into the workspace, for the person who makes the resource again. */
public final class Kept {

    private Kept() {}

    /**
     * What a recipe says of the file of a resource, in quotes between its words; empty where there is no such file.
     *
     * @param ending of the artifact that it is
     */
    public static String file(Resource resource, String ending, String before, String after) {
        return resource.artifacts().stream()
                .filter(artifact -> artifact.name().endsWith(ending))
                .findFirst()
                .map(artifact -> before + "\"" + artifact.fileName() + "\"" + after)
                .orElse("");
    }

    /** Keeps a document as canonical JSON; the caller has cleansed it. */
    public static Artifact json(Workspace workspace, String name, Document cleansed) {
        byte[] bytes = cleansed.canonical().getBytes(StandardCharsets.UTF_8);
        return workspace.put(
                name.replaceAll("[^\\p{L}\\p{N} ._-]", "_") + ".json",
                "application/json",
                new ByteArrayInputStream(bytes));
    }
}
