package example.files;

import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;

/** A file of a folder. */
public record TextFile(Item item) implements Resource {

    /** The type, by which keys, rules and lines of a mapping name it. */
    public static final ResourceType<TextFile> TYPE = new ResourceType<>("text-file", TextFile.class, TextFile::new);
}
