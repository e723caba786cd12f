package io.powermigrate.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of documentation, and what is fenced in it. */
record Page(Path file, String text) {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)(?:^<!-- snippet: ([\\w-]+) -->\\n)?^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL);

    /**
     * What is fenced.
     *
     * @param name what the comment above calls it, or empty
     * @param language what stands behind the fence
     * @param text what is in it
     */
    record Block(String name, String language, String text) {

        boolean isCode() {
            return language.equals("java") || language.equals("jshell");
        }

        String imports() {
            return text.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        }

        String body() {
            return text.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        }
    }

    static Path root() {
        return Path.of(System.getProperty("powermigrate.root", ".."));
    }

    static Page of(String name) {
        try {
            Path file = root().resolve(name);
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1) == null ? "" : found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    Block block(String nameOrLanguage) {
        return blocks().stream()
                .filter(block ->
                        block.name().equals(nameOrLanguage) || block.language().equals(nameOrLanguage))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no snippet " + nameOrLanguage));
    }
}
