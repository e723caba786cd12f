package io.powermigrate.house;

import io.powermigrate.internal.files.TemporaryFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java text compiled against the class path of the tests, into a new folder.
 *
 * @param folder where the class files are
 * @param errors what the compiler refused, in its order; warnings are left out
 */
public record Compiled(Path folder, List<Problem> errors) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+(\\w+)");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^\\s*public\\s+(?:[a-z-]+\\s+)*(?:class|record|interface|enum)\\s+(\\w+)");

    /**
     * An error of the compiler.
     *
     * @param unit which of the texts, from 0; -1 when it concerns none
     * @param line in that text, from 1
     * @param message in English
     */
    public record Problem(int unit, long line, String message) {}

    /** Compiles texts that may use each other, each a whole compilation unit. */
    public static Compiled of(List<String> units) {
        Path folder = newFolder();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<Unit> sources = units.stream().map(Unit::new).toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "--release", "17", "-proc:none", "-nowarn", "-d", folder.toString(), "-classpath", classPath());
            compiler.getTask(null, files, found, options, null, sources).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Problem> errors = found.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> problem(problem, sources))
                .toList();
        return new Compiled(folder, errors);
    }

    /** The names of the types that a text declares, nested ones too. */
    static List<String> typesIn(String text) {
        return TYPE.matcher(text).results().map(type -> type.group(1)).toList();
    }

    /** The class path that this test runs with. */
    public static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The class files' folder. */
    public Path folderOfCorrectCode() {
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("does not compile: " + errors);
        }
        return folder;
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> problem, List<Unit> sources) {
        JavaFileObject source = problem.getSource();
        int unit = source instanceof Unit ? sources.indexOf(source) : -1;
        return new Problem(unit, problem.getLineNumber(), problem.getMessage(Locale.ENGLISH));
    }

    private static Path newFolder() {
        try {
            return TemporaryFolders.ofThisProcess().make(); // which ends with the tests
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Unit extends SimpleJavaFileObject {

        private final String text;

        Unit(String text) {
            super(URI.create("string:///" + path(text)), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String path(String text) {
            Matcher inPackage = PACKAGE.matcher(text);
            String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
            Matcher publicType = PUBLIC_TYPE.matcher(text);
            if (publicType.find()) {
                return folder + publicType.group(1) + Kind.SOURCE.extension;
            }
            Matcher type = TYPE.matcher(text);
            return folder + (type.find() ? type.group(1) : "Unit") + Kind.SOURCE.extension;
        }
    }
}
