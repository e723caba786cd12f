package io.powermigrate.powerapps.app;

import io.powermigrate.error.MigrationException;
import io.powermigrate.http.ServiceError;
import io.powermigrate.http.ServiceException;
import io.powermigrate.model.Document;
import io.powermigrate.powerapps.shape.Sources;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.WriteContext;
import java.time.Duration;
import java.util.List;

/**
 * Has the player launch an app: the only call that shows a broken runtime package
 * (wire/canvas-app-import.md, section 5). Needs a user's token for the Power Platform API; without one nothing is proven.
 */
final class LaunchProof {

    static final String NOT_PROVEN = "APP-090";
    static final String BROKEN = "APP-091";
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final CanvasApp app;
    private final WriteContext context;

    LaunchProof(CanvasApp app, WriteContext context) {
        this.app = app;
        this.context = context;
    }

    /** Findings about the app in the destination; none when the player is ready to play it. */
    List<Finding> findings(String id) {
        try {
            Document answer = AppClient.of(context.destination())
                    .launch(id, reply -> !List.of("", "InProgress").contains(status(reply)), WITHIN);
            return switch (status(answer)) {
                case "Ready" -> List.of();
                default -> List.of(broken(answer));
            };
        } catch (ServiceException e) {
            return e.status() == 400 || e.status() == 404 ? List.of(broken(e.error())) : notProven(e.problem());
        } catch (MigrationException e) {
            return notProven(e.problem());
        }
    }

    private static String status(Document answer) {
        return answer.text("listAppPackageOperationDetails", "packageStatus").orElse("");
    }

    private Finding broken(Document answer) {
        return broken(ServiceError.in(answer.at("listAppPackageOperationDetails"))
                .or(() -> ServiceError.in(answer))
                .orElseGet(() -> new ServiceError(status(answer), "", List.of())));
    }

    private Finding broken(ServiceError error) {
        return Finding.of(
                BROKEN,
                app.key(),
                Verdict.BLOCK,
                new Explanation(
                        "the app is published, but the player cannot start it (" + error.toLine() + ")",
                        "Open it in Studio in the destination, fix what it shows, save and publish it",
                        Sources.WIRE));
    }

    private List<Finding> notProven(String why) {
        return List.of(Finding.of(
                NOT_PROVEN,
                app.key(),
                Verdict.WARN,
                new Explanation(
                        "the app is published, but that it starts is not proven: " + why,
                        "Start it once in the destination",
                        Sources.WIRE)));
    }
}
