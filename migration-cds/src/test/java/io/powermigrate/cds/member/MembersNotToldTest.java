package io.powermigrate.cds.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.powermigrate.cds.member.PermissionMembers.Member;
import io.powermigrate.model.Binding;
import io.powermigrate.model.Bindings;
import io.powermigrate.model.Bound;
import io.powermigrate.model.Document;
import io.powermigrate.model.Inventory;
import io.powermigrate.model.Item;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Slot;
import io.powermigrate.model.SlotType;
import io.powermigrate.rule.Finding;
import io.powermigrate.spi.CheckContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is in a permission set may be unknown, which is not nobody. */
class MembersNotToldTest {

    private static final PermissionMembers UNKNOWN =
            new PermissionMembers(Item.of(PermissionMembers.TYPE.key("Amounts"), "p1", "Amounts"));
    private static final PermissionMembers ADA =
            UNKNOWN.of(List.of(new Member(DataverseUser.TYPE.name(), "u1", "ada@contoso.com")));
    private static final PermissionMembers NOBODY = UNKNOWN.of(List.of());

    private static final Bindings NOTHING = new Bindings() {
        @Override
        public Optional<Bound> of(Slot slot) {
            return Optional.empty();
        }

        @Override
        public List<Binding> all(SlotType type) {
            return List.of();
        }

        @Override
        public Optional<String> destinationId(ResourceKey key) {
            return Optional.empty();
        }
    };

    private final MembersMigrator migrator = new MembersMigrator();

    @Test
    void nobody_differs_from_ada_and_unknown_does_not() {
        assertThat(migrator.differences(ADA, NOBODY)).hasSize(1);
        assertThat(migrator.differences(ADA, UNKNOWN)).isEmpty();
    }

    @Test
    void where_either_side_does_not_tell_the_plan_says_so() {
        assertThat(rules(UNKNOWN, NOBODY)).containsExactly("MEMBERS-004");
        assertThat(rules(ADA, UNKNOWN)).containsExactly("MEMBERS-005");
        assertThat(rules(ADA, NOBODY)).isEmpty();
    }

    private List<String> rules(PermissionMembers source, PermissionMembers there) {
        CheckContext context = new CheckContext(holding(source), holding(there), NOTHING, key -> false);
        return migrator.check(source, context).stream().map(Finding::rule).toList();
    }

    private static Inventory holding(PermissionMembers members) {
        return Inventory.of("environment", "Environment", Document.of(Map.of()))
                .add(PermissionMembers.TYPE, List.of(members))
                .build();
    }
}
