package io.powermigrate.powerapps.app;

import io.powermigrate.canvas.CanvasDocument;
import io.powermigrate.canvas.requirements.Availability;
import io.powermigrate.canvas.requirements.CompileFacts;
import io.powermigrate.canvas.requirements.DestinationLookup;
import io.powermigrate.canvas.requirements.Origin;
import io.powermigrate.canvas.requirements.Requirement;
import io.powermigrate.canvas.requirements.RequirementsCheck;
import io.powermigrate.model.Binding;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.rule.Finding;
import io.powermigrate.testkit.msapp.AppDocument;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A document, checked against what a test says that the destination holds. */
record Checked(CompileFacts facts) {

    static final ResourceKey APP = new ResourceKey("canvas-app", "App");

    static Checked of(AppDocument document) {
        return new Checked(CanvasDocument.read(new ByteArrayInputStream(document.toBytes()))
                .compileFacts());
    }

    /** Where everything is there as the document wants it. */
    List<Finding> whole() {
        return against(need -> Availability.present(need.members()));
    }

    List<Finding> whole(Origin origin) {
        return findings(need -> Availability.present(need.members()), origin, need -> List.of());
    }

    List<Finding> without(Requirement.Kind kind) {
        return against(need -> need.kind() == kind ? Availability.absent() : Availability.present(need.members()));
    }

    /** Where what is needed of this kind has this member more, or with another type. */
    List<Finding> changed(Requirement.Kind kind, String member, String type) {
        return against(need -> {
            Map<String, String> members = new TreeMap<>(need.members());
            if (need.kind() == kind) {
                members.put(member, type);
            }
            return Availability.present(members);
        });
    }

    /** Where what is needed of this kind lacks this member. */
    List<Finding> without(Requirement.Kind kind, String member) {
        return against(need -> {
            Map<String, String> members = new TreeMap<>(need.members());
            if (need.kind() == kind) {
                members.remove(member);
            }
            return Availability.present(members);
        });
    }

    List<Finding> against(DestinationLookup holdings) {
        return against(holdings, need -> List.of());
    }

    /** As the plan says it, with what would settle that something is missing. */
    List<Finding> against(DestinationLookup holdings, Function<Requirement, List<Binding>> suggestions) {
        return findings(holdings, Origin.unknown(), suggestions);
    }

    private List<Finding> findings(
            DestinationLookup holdings, Origin origin, Function<Requirement, List<Binding>> suggestions) {
        return new RequirementsCheck(facts, holdings, origin)
                .issues().stream()
                        .map(issue -> AppIssues.finding(issue, APP, suggestions))
                        .toList();
    }

    static List<String> places(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.locations().stream())
                .map(place -> place.words())
                .toList();
    }
}
