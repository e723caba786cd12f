package io.powermigrate.testkit.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the demo prints. */
public final class DemoOutput {

    private DemoOutput() {}

    /** Runs the demo on its built-in world. */
    public static String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int end = Demo.run(out);
        if (end != 0) {
            throw new AssertionError("the demo ended with " + end + ": " + bytes.toString(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
