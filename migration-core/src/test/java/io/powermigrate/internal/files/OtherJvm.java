package io.powermigrate.internal.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A JVM that makes a temporary folder and waits until it is ended or killed.
 *
 * @param process the JVM
 * @param folder what it made
 */
record OtherJvm(Process process, Path folder) implements AutoCloseable {

    /** What it runs. */
    public static void main(String... arguments) throws IOException {
        System.out.println(TemporaryFolders.ofThisProcess().make());
        System.exit(System.in.read());
    }

    static OtherJvm withFolderIn(Path place) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + place,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return new OtherJvm(process, Path.of(line));
    }

    void ends() throws IOException {
        process.getOutputStream().write(0);
        process.getOutputStream().close();
        process.onExit().join();
    }

    void isKilled() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        isKilled();
    }
}
