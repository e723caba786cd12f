package io.powermigrate.page;

import io.powermigrate.internal.page.PageFile;
import io.powermigrate.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a plan in every form that a page has; {@code bin/pages} runs it. */
public final class ExamplePages {

    private static final int APPS = 300;

    private ExamplePages() {}

    /** Writes them into the folder that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        write(ManyApps.plan(APPS), Files.createDirectories(Path.of(arguments[0])))
                .forEach(System.out::println);
    }

    static List<Path> write(Plan plan, Path folder) {
        List<Path> files = PageFile.endings().stream()
                .map(ending -> folder.resolve("plan" + ending))
                .toList();
        files.forEach(plan::writeTo);
        return files;
    }
}
