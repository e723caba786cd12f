package io.powermigrate.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.IntStream;

/** How large a package may be, and how the files of the largest part hang together. */
final class Rooms {

    private static final int FILES = 45;

    private Rooms() {}

    static List<HouseRule> rules() {
        return List.of(fewFiles(), noCirclesOfFiles());
    }

    private static HouseRule fewFiles() {
        return HouseRule.each(
                "a package has at most " + FILES + " files",
                type -> {
                    long files = type.getPackage().getClasses().stream()
                            .filter(Rooms::isFile)
                            .count();
                    return files > FILES && isFile(type)
                            ? List.of(type.getName() + " is one of " + files + " files: divide its package")
                            : List.of();
                },
                IntStream.rangeClosed(0, FILES)
                        .mapToObj(i -> "package io.powermigrate.crowded; class Wrong" + i + " {}")
                        .toArray(String[]::new));
    }

    private static boolean isFile(JavaClass type) {
        return !type.isArray()
                && type.getName().indexOf('$') < 0
                && !type.getSimpleName().equals("package-info");
    }

    /** A file is its outermost class. */
    private static HouseRule noCirclesOfFiles() {
        return HouseRule.of(
                "no circle of files in canvas",
                SlicesRuleDefinition.slices()
                        .assignedFrom(new FilesOfCanvas())
                        .should()
                        .beFreeOfCycles(),
                "package io.powermigrate.canvas.facts; class Wrong { WrongToo other; }",
                "package io.powermigrate.canvas.facts; class WrongToo { Wrong other; }");
    }

    /** Each file is a slice. */
    private static final class FilesOfCanvas implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String place = House.isOurs(type) ? House.place(type) : "";
            return place.equals("canvas") || place.startsWith("canvas.")
                    ? SliceIdentifier.of(file(type))
                    : SliceIdentifier.ignore();
        }

        private static String file(JavaClass type) {
            int nested = type.getName().indexOf('$');
            return nested < 0 ? type.getName() : type.getName().substring(0, nested);
        }

        @Override
        public String getDescription() {
            return "files of canvas";
        }
    }
}
