package io.powermigrate.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A source file, read and parsed, not compiled.
 *
 * @param path where it is
 * @param text all of it
 * @param tree what it says
 * @param positions where it says so
 */
public record SourceFile(Path path, String text, CompilationUnitTree tree, SourcePositions positions) {

    private static final String MAIN = "src/main/java/";

    /** The sources of all modules of a project: what is shipped, and the tests. */
    public static List<SourceFile> of(Path project) {
        try (Stream<Path> modules = Files.list(project)) {
            List<Path> folders = modules.flatMap(
                            module -> Stream.of(module.resolve("src/main/java"), module.resolve("src/test/java")))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            List<Path> files = new ArrayList<>();
            for (Path folder : folders) {
                files.addAll(javaFilesIn(folder));
            }
            return parse(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is shipped. */
    public boolean isMain() {
        return inProject().contains(MAIN);
    }

    /** The package below the root with slashes and one at the end, {@code ""} for the root; of shipped sources only. */
    public String place() {
        String folder = inProject().replaceFirst(".*" + MAIN, "").replaceFirst("[^/]*$", "");
        return folder.replaceFirst("^io/powermigrate/", "");
    }

    /** How a complaint names a place in it. */
    public String at(long line) {
        return path.getFileName() + ":" + line + " (" + path + ")";
    }

    long firstLine(Tree part) {
        return lines().getLineNumber(positions.getStartPosition(tree, part));
    }

    long lastLine(Tree part) {
        return lines().getLineNumber(positions.getEndPosition(tree, part));
    }

    private LineMap lines() {
        return tree.getLineMap();
    }

    private String inProject() {
        return path.toString().replace('\\', '/');
    }

    private static List<Path> javaFilesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<SourceFile> parse(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<SourceFile> sources = new ArrayList<>();
            for (CompilationUnitTree tree : task.parse()) {
                Path path = Path.of(tree.getSourceFile().toUri());
                sources.add(new SourceFile(path, Files.readString(path), tree, positions));
            }
            return List.copyOf(sources);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
