package io.powermigrate.docs;

import io.powermigrate.docs.Page.Block;
import io.powermigrate.house.Compiled;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Snippets of a page, compiled as they stand, with what the text around them takes for granted. */
final class Snippets implements AutoCloseable {

    private final URLClassLoader classes;

    private Snippets(URLClassLoader classes) {
        this.classes = classes;
    }

    /** Whole types: one unit a block, in one package. */
    static Snippets ofTypes(Block first, String... more) {
        List<String> units = new ArrayList<>(List.of("package page;\n" + first.text()));
        Arrays.stream(more).map(unit -> "package page;\n" + unit).forEach(units::add);
        return compiled(units);
    }

    /** Statements, as the body of {@code page.Main.run}. */
    static Snippets ofStatements(Block block, String head, String tail) {
        return compiled(List.of(main(block, head, tail)));
    }

    /** The folder of {@code page.Main} with these statements, for the class path of another process. */
    static Path folderOfStatements(Block block, String head, String tail) {
        return Compiled.of(List.of(main(block, head, tail))).folderOfCorrectCode();
    }

    private static String main(Block block, String head, String tail) {
        return "package page;\n" + block.imports() + "\npublic class Main { " + head + "\n" + block.body() + "\n" + tail
                + " }";
    }

    private static Snippets compiled(List<String> units) {
        try {
            URL folder = Compiled.of(units).folderOfCorrectCode().toUri().toURL();
            return new Snippets(new URLClassLoader(new URL[] {folder}, Snippets.class.getClassLoader()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs {@code page.Main.run}. */
    Object run(Object... arguments) {
        try {
            var run = Arrays.stream(type("Main").getMethods())
                    .filter(method -> method.getName().equals("run"))
                    .findFirst()
                    .orElseThrow();
            return run.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the snippet threw " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    Class<?> type(String name) {
        try {
            return classes.loadClass("page." + name);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
