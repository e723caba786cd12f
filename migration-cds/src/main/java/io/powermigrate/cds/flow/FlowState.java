package io.powermigrate.cds.flow;

import io.powermigrate.cds.solution.facts.Workflow;
import io.powermigrate.model.Item;
import io.powermigrate.model.Resource;
import io.powermigrate.model.ResourceType;

/**
 * Whether a cloud flow that Dataverse keeps is switched on (wire/dataverse.md, section 5). The flow itself travels in a solution and
 * arrives switched off where one of its references has no connection. Its key is the name of the flow; a solution keeps its id.
 */
public record FlowState(Item item) implements Resource {

    /** The type. */
    public static final ResourceType<FlowState> TYPE =
            new ResourceType<>("flow-state", FlowState.class, FlowState::new);

    /** Whether a flow of a package was switched on when it was exported. */
    public static FlowState of(Workflow flow) {
        return FlowItems.of(flow);
    }

    /** Whether it is switched on. */
    public boolean isOn() {
        return content().flag("on");
    }

    /** In one line, as {@link Item#toString} says. */
    @Override
    public String toString() {
        return item.toString();
    }
}
