package io.powermigrate.cds.flow;

import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.model.Reference;
import io.powermigrate.rule.Basis;
import io.powermigrate.rule.Explanation;
import io.powermigrate.rule.Finding;
import io.powermigrate.rule.Verdict;
import io.powermigrate.spi.CheckContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What keeps a flow from being switched on: a reference without a connection, be it its own or that of a flow that it calls
 * (wire/dataverse-situations.md, S44, S46).
 */
final class StateCheck {

    private static final Basis BASIS = Basis.sure("docs/wire/dataverse-situations.md, S44 and S46", "2026-08-21");

    private final FlowState source;
    private final CheckContext context;
    private final Set<FlowState> seen = new HashSet<>();

    StateCheck(FlowState source, CheckContext context) {
        this.source = source;
        this.context = context;
    }

    List<Finding> findings() {
        seen.add(source);
        return Stream.concat(
                        open(source).map(this::waits), children(source).flatMap(child -> openBelow(child).stream()))
                .toList();
    }

    private Stream<ReferenceBinding> open(FlowState flow) {
        return needed(flow, ReferenceBinding.class).filter(binding -> binding.connection(context.bindings())
                .or(() -> binding.held(context.destination()))
                .isEmpty());
    }

    private Stream<FlowState> children(FlowState flow) {
        return needed(flow, FlowState.class).filter(FlowState::isOn);
    }

    private <T> Stream<T> needed(FlowState flow, Class<T> type) {
        return flow.references().stream()
                .map(Reference::to)
                .flatMap(key -> context.source().find(key).stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Only the first: it says enough, and each of the flows has a step of its own that says all. */
    private Optional<Finding> openBelow(FlowState child) {
        if (!seen.add(child)) {
            return Optional.empty();
        }
        return open(child).findFirst().map(binding -> waitsFor(child, binding)).or(() -> children(child)
                .flatMap(each -> openBelow(each).stream())
                .findFirst());
    }

    private Finding waits(ReferenceBinding binding) {
        return finding(
                "it stays off, because its connection reference "
                        + binding.key().name() + " has no connection in the destination",
                binding);
    }

    private Finding waitsFor(FlowState child, ReferenceBinding binding) {
        return finding(
                "it stays off, because it calls the flow \"" + child.displayName()
                        + "\", whose connection reference " + binding.key().name()
                        + " has no connection in the destination",
                binding);
    }

    private Finding finding(String reason, ReferenceBinding binding) {
        return Finding.of(
                "STATE-OPEN",
                source.key(),
                Verdict.RECREATE_BY_HAND,
                new Explanation(
                        reason,
                        "Bind the reference with the line Cds.reference(\""
                                + binding.key().name() + "\", \"<id of the connection>\"), then plan again",
                        BASIS));
    }
}
