package io.powermigrate.cds.reference;

import io.powermigrate.model.Binding;
import io.powermigrate.model.Coverage;
import io.powermigrate.model.Identity;
import io.powermigrate.powerapps.connection.Connection;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.List;
import java.util.Optional;

/**
 * Whether the connection of a reference is there, works, is of the right connector, and can be used by who switches flows on
 * (wire/dataverse-situations.md, S41, S43, S44).
 */
final class BindingCheck {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse-situations.md, S41, S43, S44", "2026-08-21");

    private final ReferenceBinding source;
    private final CheckContext context;

    BindingCheck(ReferenceBinding source, CheckContext context) {
        this.source = source;
        this.context = context;
    }

    List<Finding> findings() {
        Optional<String> bound = source.connection(context.bindings()).or(() -> source.held(context.destination()));
        if (bound.isPresent()) {
            return isRead() ? bound(bound.get()) : List.of(notRead(bound.get()));
        }
        return List.of(waits());
    }

    private boolean isRead() {
        return context.destination()
                .coverage(Connection.TYPE.name())
                .filter(Coverage::isReadable)
                .isPresent();
    }

    private List<Finding> bound(String id) {
        Optional<Connection> connection = context.destination().byId(Connection.TYPE, id);
        if (connection.isEmpty()) {
            return List.of(finding(
                    "REF-003",
                    Verdict.RECREATE_BY_HAND,
                    "its connection " + id + " is not among those that " + who() + " sees in the destination",
                    "Let the owner of the connection share it with " + who()
                            + ", or bind another one with the line Cds.reference(\""
                            + source.key().name() + "\", \"<id of the connection>\")"));
        }
        return wrong(connection.get()).map(List::of).orElse(List.of());
    }

    private Optional<Finding> wrong(Connection connection) {
        String called = "its connection \"" + connection.displayName() + "\"";
        if (!source.connector().isSame(connection.connector())
                && !source.connector()
                        .everywhere()
                        .equalsIgnoreCase(connection.connector().everywhere())) {
            return Optional.of(finding(
                    "REF-004",
                    Verdict.BLOCK,
                    called + " is of the connector " + connection.connector().everywhere()
                            + ", and the reference is for " + source.connector().everywhere(),
                    "Bind a connection of " + source.connector().everywhere()));
        }
        if (!connection.status().isEmpty() && !connection.isConnected()) {
            return Optional.of(finding(
                    "REF-005",
                    Verdict.RECREATE_BY_HAND,
                    called + " does not work: its status is " + connection.status(),
                    "Sign in to the connection again in the maker portal, then plan again"));
        }
        if (!connection.isUsableBy(
                context.destination().about().text("callerId").orElse(""))) {
            return Optional.of(finding(
                    "REF-006",
                    Verdict.WARN,
                    called + " is not shared with " + who() + ", so flows that use it cannot be switched on",
                    "Let its owner, " + connection.createdBy() + ", share it with " + who()));
        }
        return Optional.empty();
    }

    private String who() {
        return context.destination().identity().map(Identity::toString).orElse("the signed-in identity");
    }

    private Finding notRead(String id) {
        return finding(
                "REF-007",
                Verdict.WARN,
                "whether the destination has the connection " + id
                        + " was not checked, because no connections were read",
                "Install PowerApps.plugin() beside Cds.plugin(), or check it in the maker portal");
    }

    private Finding waits() {
        return finding(
                        "REF-001",
                        Verdict.RECREATE_BY_HAND,
                        "connections cannot be migrated, and none of the destination stands for that of the source",
                        "Make a connection of " + source.connector().everywhere()
                                + " in the destination, then bind the reference to it")
                .suggesting(List.of(
                        Binding.toBeFilledIn(ReferenceBinding.SLOT, source.key().name())));
    }

    private Finding finding(String rule, Verdict verdict, String reason, String remedy) {
        return Finding.of(rule, source.key(), verdict, new Explanation(reason, remedy, BASIS));
    }
}
