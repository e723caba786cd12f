package io.powermigrate.testkit.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of the tests of one class, run here.
 *
 * @param passed the names of the methods that passed
 * @param failed what each of the others said
 * @param skipped why each of these was not run to its end
 */
public record Run(List<String> passed, Map<String, String> failed, Map<String, String> skipped) {

    public Run {
        passed = List.copyOf(passed);
        failed = Map.copyOf(failed);
        skipped = Map.copyOf(skipped);
    }

    /** Runs them, one after the other. */
    public static Run of(Class<?> tests) {
        Listener listener = new Listener();
        LauncherFactory.create().execute(request().selectors(selectClass(tests)).build(), listener);
        return new Run(List.copyOf(listener.passed), listener.failed, listener.skipped);
    }

    private static final class Listener implements TestExecutionListener {

        private final List<String> passed = new ArrayList<>();
        private final Map<String, String> failed = new TreeMap<>();
        private final Map<String, String> skipped = new TreeMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String name = test.getDisplayName().replace("()", "");
            String words = result.getThrowable().map(Throwable::getMessage).orElse("");
            switch (result.getStatus()) {
                case FAILED -> failed.put(name, words);
                case ABORTED -> skipped.put(name, words);
                default -> {
                    if (test.isTest()) {
                        passed.add(name);
                    }
                }
            }
        }
    }
}
