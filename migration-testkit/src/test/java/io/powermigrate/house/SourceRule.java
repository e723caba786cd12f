package io.powermigrate.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A rule over source files, with the counter-example that it must notice.
 *
 * @param name the rule in words
 * @param check what is wrong with a file
 * @param wrongPath where the counter-example stands in a project
 * @param wrongText the counter-example
 */
public record SourceRule(String name, Function<SourceFile, List<String>> check, String wrongPath, String wrongText) {

    /** What is wrong with these files. */
    public List<String> complaints(List<SourceFile> files) {
        return files.stream().flatMap(file -> check.apply(file).stream()).toList();
    }

    /** What is wrong with the counter-example, put into an empty project. */
    public List<String> complaintsAboutWrong(Path project) {
        try {
            Path file = project.resolve(wrongPath);
            Files.createDirectories(file.getParent());
            Files.writeString(file, wrongText);
            return complaints(SourceFile.of(project));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
