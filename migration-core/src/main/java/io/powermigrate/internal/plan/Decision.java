package io.powermigrate.internal.plan;

import io.powermigrate.model.ResourceKey;
import io.powermigrate.plan.Action;
import io.powermigrate.plan.SlotBinding;
import io.powermigrate.rule.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to one resource, given what happens to those before it.
 *
 * @param action what happens
 * @param reason why
 * @param waitsFor what it waits for
 * @param bindings what its slots get
 * @param findings what was found on the way, besides those of the judgement
 */
record Decision(
        Action action, String reason, List<ResourceKey> waitsFor, List<SlotBinding> bindings, List<Finding> findings) {

    Decision with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Decision(action, reason, waitsFor, bindings, all);
    }
}
