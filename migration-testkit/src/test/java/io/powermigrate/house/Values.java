package io.powermigrate.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Values never change. */
final class Values {

    private static final Set<String> VALUE_STOREYS = Set.of("model", "rule", "plan", "report", "rollout");

    /** A record that plans hold in JSON: the component may be missing there, and is an Optional for who reads it. */
    private static final Set<String> IN_JSON = Set.of("io.powermigrate.plan.Step");

    /** Public because rooms of canvas share them; they work through one document and are no values. */
    private static final Set<String> AT_WORK = Set.of(
            "ConnectionReferenceReader",
            "DataSourceReader",
            "DocumentRebinder",
            "FactsReader",
            "FlowIds",
            "FormulaScan",
            "Formulas",
            "LiteralScan",
            "OriginHostsDraft",
            "OriginValues",
            "PropertiesReader",
            "RequirementsCheck",
            "RequirementsScan");

    private Values() {}

    static List<HouseRule> rules() {
        return List.of(
                finalFields(),
                nothingMutable(),
                copiedCollections(),
                noArrays(),
                noSetters(),
                optionalAnswers(),
                shown());
    }

    private static HouseRule finalFields() {
        return HouseRule.each(
                "fields of model, rule, plan and report are final and not public, but a builder's",
                type -> isValue(type)
                        ? type.getFields().stream()
                                .filter(field -> !isSynthetic(field))
                                .filter(field -> !isFixed(field))
                                .map(field -> field.getFullName() + " can be changed or seen")
                                .toList()
                        : List.of(),
                "package io.powermigrate.model; class Wrong { private int count; }",
                "package io.powermigrate.plan; class WrongToo { public final int count = Integer.parseInt(\"1\"); }",
                "package io.powermigrate.rule; class WrongStatic { private static int count; }");
    }

    private static HouseRule nothingMutable() {
        return HouseRule.each(
                "no component of a public record is an array or of a type that can change",
                type -> type.isRecord() && House.isVisible(type)
                        ? components(type)
                                .filter(field -> isMutable(field.getRawType()))
                                .map(field -> field.getFullName() + " can change: it is a "
                                        + field.getRawType().getName())
                                .toList()
                        : List.of(),
                "package io.powermigrate.canvas; public record Wrong(byte[] bytes) {}",
                "package io.powermigrate.canvas; public record WrongList(java.util.ArrayList<String> names) {}",
                "package io.powermigrate.canvas; public record WrongDate(java.util.Date at) {}");
    }

    private static HouseRule copiedCollections() {
        return HouseRule.each(
                "a public record copies the collections that it is given",
                type -> type.isRecord()
                                && House.isVisible(type)
                                && components(type).anyMatch(field -> isCollection(field.getRawType()))
                                && type.getConstructors().stream().noneMatch(Values::copies)
                        ? List.of(type.getName() + " keeps a collection that its caller can change")
                        : List.of(),
                "package io.powermigrate.canvas; public record Wrong(java.util.List<String> names) {}");
    }

    private static HouseRule noArrays() {
        return HouseRule.each(
                "no value of model, rule, plan and report gives away an array",
                type -> isValue(type)
                        ? type.getMethods().stream()
                                .filter(method -> isPublic(method) && !isEnumValues(method))
                                .filter(method -> method.getRawReturnType().isArray())
                                .map(method -> method.getFullName() + " gives an array away")
                                .toList()
                        : List.of(),
                "package io.powermigrate.model; public class Wrong { public byte[] bytes() { return new byte[0]; } }");
    }

    private static HouseRule noSetters() {
        return HouseRule.each(
                "there are no setters",
                type -> type.getMethods().stream()
                        .filter(method -> isPublic(method) && method.getName().matches("set[A-Z].*"))
                        .filter(method -> !Names.comesFromElsewhere(method))
                        .map(method -> method.getFullName() + " is a setter")
                        .toList(),
                "package io.powermigrate.http; public class Wrong { public void setName(String name) {} }");
    }

    private static HouseRule optionalAnswers() {
        return HouseRule.each(
                "what may be missing is left out of a call, or its answer is an Optional; no public signature takes one",
                type -> House.isVisible(type)
                                && !IN_JSON.contains(type.getName())
                                && !type.getPackageName().startsWith(House.ROOT + ".testkit")
                        ? type.getCodeUnits().stream()
                                .filter(codeUnit -> House.isApi(codeUnit.getModifiers()))
                                .filter(codeUnit -> codeUnit.getRawParameterTypes().stream()
                                        .anyMatch(taken -> taken.isEquivalentTo(Optional.class)))
                                .map(codeUnit -> codeUnit.getFullName() + " takes an Optional")
                                .toList()
                        : List.of(),
                "package io.powermigrate.plan; public record Wrong(java.util.Optional<String> name) {}",
                "package io.powermigrate.http; public class WrongToo { public void ask(java.util.Optional<String> name) {} }");
    }

    private static HouseRule shown() {
        return HouseRule.each(
                "a public class that holds something says in toString what it is",
                type -> isShown(type)
                                && type.getAllFields().stream()
                                        .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                                                && !isSynthetic(field))
                                && type.getAllMethods().stream()
                                        .noneMatch(method -> method.getName().equals("toString")
                                                && !method.getOwner().isEquivalentTo(Object.class))
                        ? List.of(type.getName() + " has no toString")
                        : List.of(),
                "package io.powermigrate.http; public class Wrong { private final int held = 1; }");
    }

    /** Not what only its room uses while it works, nor the steps of a builder or of a sentence. */
    private static boolean isShown(JavaClass type) {
        return House.isVisible(type)
                && type.getEnclosingClass().isEmpty()
                && !type.isRecord()
                && !type.isEnum()
                && !type.isInterface()
                && !type.isAssignableTo(Throwable.class)
                && !type.getPackageName().startsWith(House.ROOT + ".testkit")
                && !AT_WORK.contains(type.getSimpleName());
    }

    private static boolean isValue(JavaClass type) {
        return VALUE_STOREYS.contains(Storeys.storeyOf(type))
                && !type.getSimpleName().endsWith("Builder");
    }

    private static boolean isFixed(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        boolean isConstant = modifiers.contains(JavaModifier.STATIC);
        return modifiers.contains(JavaModifier.FINAL) && (isConstant || !House.isApi(modifiers));
    }

    private static Stream<JavaField> components(JavaClass record) {
        return record.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC) && !isSynthetic(field));
    }

    private static boolean isMutable(JavaClass type) {
        return type.isArray()
                || Set.of("java.util.Date", "java.lang.StringBuilder").contains(type.getName())
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || (isCollection(type) && !type.isInterface());
    }

    private static boolean isCollection(JavaClass type) {
        return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    }

    private static boolean copies(JavaConstructor constructor) {
        return constructor.getAccessesFromSelf().stream()
                .map(access -> access.getTarget())
                .anyMatch(target -> target.getName().matches("copyOf|of|unmodifiable.*|sorted.*|copy.*|toList"));
    }

    private static boolean isPublic(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isEnumValues(JavaMethod method) {
        return method.getOwner().isEnum() && method.getName().equals("values");
    }

    private static boolean isSynthetic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
