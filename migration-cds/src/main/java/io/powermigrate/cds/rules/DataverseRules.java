package io.powermigrate.cds.rules;

import io.powermigrate.cds.carrier.Solution;
import io.powermigrate.cds.choice.GlobalChoice;
import io.powermigrate.cds.environment.Organization;
import io.powermigrate.cds.flow.FlowState;
import io.powermigrate.cds.member.DataverseTeam;
import io.powermigrate.cds.member.DataverseUser;
import io.powermigrate.cds.member.PermissionMembers;
import io.powermigrate.cds.permission.PermissionSet;
import io.powermigrate.cds.publisher.SolutionPublisher;
import io.powermigrate.cds.reference.ReferenceBinding;
import io.powermigrate.cds.reference.ReferenceDefinition;
import io.powermigrate.cds.role.SecurityRole;
import io.powermigrate.cds.rules.RuleSetPart.Note;
import io.powermigrate.cds.table.DataverseTable;
import io.powermigrate.cds.variable.VariableDefinition;
import io.powermigrate.cds.variable.VariableValue;
import io.powermigrate.rule.RuleContext;
import io.powermigrate.rule.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the rule sets say about the resources of Dataverse (docs/wire/rules.md). */
public final class DataverseRules {

    private static final Pattern CONFIGURATION = Pattern.compile("(?i)config|setting|parameter|preference|lookuptable");
    private static final String IN_A_SOLUTION = "it travels in a solution";
    private static final String OF_A_SOLUTION =
            "it comes with the service or with a managed solution, and travels with that one";
    private static final String INSTALL =
            "Install in the destination the solution that brings it there, then plan again";

    private DataverseRules() {}

    /** The parts of the rule sets that are about Dataverse. */
    public static List<RuleSet> sets() {
        return RuleSetPart.all().stream()
                .map(DataverseRules::schema)
                .map(DataverseRules::security)
                .map(DataverseRules::columnSecurity)
                .map(DataverseRules::membersOfSets)
                .map(DataverseRules::settings)
                .map(DataverseRules::references)
                .map(RuleSetPart::set)
                .toList();
    }

    /** The parts about members of permission sets, where somebody asks for them ({@code SolutionOptions.withMembers}). */
    public static List<RuleSet> ofMembers() {
        return RuleSetPart.all().stream()
                .map(DataverseRules::members)
                .map(RuleSetPart::set)
                .toList();
    }

    private static RuleSetPart schema(RuleSetPart part) {
        return part.travels("ORG", Organization.TYPE, "each environment has its own")
                .travels("SOLUTION", Solution.TYPE, "its package is exported and imported")
                .travels("TABLE", DataverseTable.TYPE, IN_A_SOLUTION)
                .comesFromElsewhere(
                        "TABLE", DataverseTable.TYPE, (table, context) -> !table.travels(), OF_A_SOLUTION, INSTALL)
                .undecided(new Note<>(
                        "TABLE",
                        4,
                        DataverseTable.TYPE,
                        "looks like configuration",
                        (table, context) -> table.travels() && looksLikeConfiguration(table),
                        (table, context) ->
                                "its name looks like configuration data, and rows do not travel in a solution",
                        (table, context) ->
                                "Check whether the app needs rows of it, and bring them with a data migration tool"))
                .travels("CHOICE", GlobalChoice.TYPE, IN_A_SOLUTION)
                .comesFromElsewhere(
                        "CHOICE", GlobalChoice.TYPE, (choice, context) -> choice.isManaged(), OF_A_SOLUTION, INSTALL)
                .travels("PUBLISHER", SolutionPublisher.TYPE, "an import makes the publisher of its solution");
    }

    private static boolean looksLikeConfiguration(DataverseTable table) {
        return CONFIGURATION.matcher(table.key().name()).find();
    }

    private static RuleSetPart security(RuleSetPart part) {
        return part.travels("ROLE", SecurityRole.TYPE, IN_A_SOLUTION)
                .comesFromElsewhere(
                        "ROLE",
                        SecurityRole.TYPE,
                        (role, context) -> role.isManaged() || role.template().isPresent(),
                        "it is built in or comes with a managed solution",
                        "Change the role of the destination by hand if it differs, or copy it under another name in the source")
                .warns(new Note<>(
                        "ROLE",
                        4,
                        SecurityRole.TYPE,
                        "somebody has",
                        (role, context) ->
                                role.members().filter(who -> !who.isEmpty()).isPresent(),
                        (role, context) -> "who has it does not travel; in the source these have it: "
                                + some(role.members().orElse(List.of())),
                        (role, context) -> "Assign the role in the destination to the users and teams that need it"))
                .warns(new Note<>(
                        "ROLE",
                        5,
                        SecurityRole.TYPE,
                        "nobody told the members of",
                        (role, context) -> role.members().isEmpty(),
                        (role, context) -> "who has it does not travel, and the source does not tell who that is",
                        (role, context) -> "Ask its owner, and assign the role in the destination to who needs it"));
    }

    private static RuleSetPart columnSecurity(RuleSetPart part) {
        return part.travels("PERMISSION", PermissionSet.TYPE, IN_A_SOLUTION)
                .comesFromElsewhere(
                        "PERMISSION",
                        PermissionSet.TYPE,
                        (set, context) -> set.isManaged() || set.isBuiltIn(),
                        "it is built in or comes with a managed solution",
                        INSTALL);
    }

    private static RuleSetPart membersOfSets(RuleSetPart part) {
        return part.warns(new Note<>(
                        "PERMISSION",
                        4,
                        PermissionSet.TYPE,
                        "has members",
                        (set, context) -> hasMembers(set) && !isAsked(set, context),
                        (set, context) -> "its members do not travel; in the source these are: "
                                + some(set.members().orElse(List.of())),
                        (set, context) ->
                                "Add the members in the destination, or plan with SolutionOptions.withMembers()"))
                .warns(new Note<>(
                        "PERMISSION",
                        5,
                        PermissionSet.TYPE,
                        "nobody has in the destination",
                        (set, context) -> !set.isBuiltIn() && hasNoMember(set, context) && getsNoMember(set, context),
                        (set, context) ->
                                "it has no member in the destination: the columns that it secures are unreadable "
                                        + "there for all but administrators",
                        (set, context) -> "Add a user or a team of the destination to the column security profile"))
                .warns(new Note<>(
                        "PERMISSION",
                        6,
                        PermissionSet.TYPE,
                        "nobody told the members of",
                        (set, context) -> !set.isBuiltIn() && set.members().isEmpty() && !isAsked(set, context),
                        (set, context) -> "its members do not travel, and the source does not tell who they are",
                        (set, context) -> "Ask its owner, and add who needs it to the profile of the destination"));
    }

    private static RuleSetPart members(RuleSetPart part) {
        String reason = "users and teams do not travel: every environment has its own";
        return part.travels(
                        "MEMBERS", PermissionMembers.TYPE, "members that the mapping names are added after the import")
                .comesFromElsewhere(
                        "USER",
                        DataverseUser.TYPE,
                        (user, context) -> true,
                        reason,
                        "Add the user to the destination in the admin center, then bind the one of the source to it with Cds.user")
                .comesFromElsewhere(
                        "TEAM",
                        DataverseTeam.TYPE,
                        (team, context) -> true,
                        reason,
                        "Make the team in the destination, then bind the one of the source to it with Cds.team");
    }

    /** A set that is not there yet has none; what the destination does not tell is not concluded. */
    private static boolean hasNoMember(PermissionSet set, RuleContext context) {
        return context.match(set.key())
                .found()
                .map(PermissionSet.class::cast)
                .map(there -> there.members().filter(List::isEmpty).isPresent())
                .orElse(true);
    }

    private static boolean hasMembers(PermissionSet set) {
        return set.members().filter(who -> !who.isEmpty()).isPresent();
    }

    /** Whether members are to be added by a step of their own, which says who is left out. */
    private static boolean isAsked(PermissionSet set, RuleContext context) {
        return context.source()
                .find(PermissionMembers.TYPE.key(set.key().name()))
                .isPresent();
    }

    private static boolean getsNoMember(PermissionSet set, RuleContext context) {
        return context.source().find(PermissionMembers.TYPE.key(set.key().name())).stream()
                .map(PermissionMembers.TYPE.model()::cast)
                .flatMap(members -> members.members().stream())
                .flatMap(List::stream)
                .flatMap(member -> context.source().find(member.key()).stream())
                .noneMatch(who -> context.match(who.key()).found().isPresent());
    }

    /** The first of many; the plan is no address book. */
    private static String some(List<String> names) {
        int shown = Math.min(5, names.size());
        String first = String.join(", ", names.subList(0, shown));
        return names.size() > shown
                ? first + String.format(Locale.ROOT, " and %d others", names.size() - shown)
                : first;
    }

    private static boolean isOpen(ReferenceBinding binding, RuleContext context) {
        return binding.connection().isEmpty()
                && context.match(binding.key())
                        .found()
                        .flatMap(there -> ((ReferenceBinding) there).connection())
                        .isEmpty()
                && context.mapping()
                        .find(ReferenceBinding.SLOT, binding.key().name())
                        .isEmpty();
    }

    private static RuleSetPart settings(RuleSetPart part) {
        return part.travels("VARIABLE", VariableDefinition.TYPE, IN_A_SOLUTION)
                .comesFromElsewhere(
                        "VARIABLE",
                        VariableDefinition.TYPE,
                        (variable, context) -> variable.isManaged(),
                        "its definition comes with a managed solution",
                        INSTALL)
                .warns(new Note<>(
                        "VARIABLE",
                        4,
                        VariableDefinition.TYPE,
                        "is a secret",
                        (variable, context) -> variable.isSecret(),
                        (variable, context) ->
                                "it is a reference to a secret in a vault, which the importing identity must be able "
                                        + "to read; a vault belongs to one tenant",
                        (variable, context) ->
                                "Give the importing identity and Dataverse the role Key Vault Secrets User on the "
                                        + "vault of the destination, and bind the variable to a secret there"))
                .travels("VALUE", VariableValue.TYPE, "the mapping gives the value of the destination");
    }

    private static RuleSetPart references(RuleSetPart part) {
        return part.travels("REFERENCE", ReferenceDefinition.TYPE, IN_A_SOLUTION)
                .comesFromElsewhere(
                        "REFERENCE",
                        ReferenceDefinition.TYPE,
                        (reference, context) -> reference.isManaged(),
                        "its definition comes with a managed solution",
                        INSTALL)
                .travels("BINDING", ReferenceBinding.TYPE, "the mapping gives the connection of the destination")
                .warns(new Note<>(
                        "BINDING",
                        4,
                        ReferenceBinding.TYPE,
                        "nothing gives a connection",
                        DataverseRules::isOpen,
                        (binding, context) ->
                                "nothing gives it a connection in the destination: flows that use it stay off",
                        (binding, context) -> "Make a connection of "
                                + binding.connector().everywhere()
                                + " in the destination, then add the line Cds.reference("
                                + "\"" + binding.key().name() + "\", \"<id of the connection>\") to the mapping"))
                .travels("STATE", FlowState.TYPE, "the flow is switched on once its connections are bound");
    }
}
