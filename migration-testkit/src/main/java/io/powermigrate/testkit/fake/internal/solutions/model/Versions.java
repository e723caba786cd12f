package io.powermigrate.testkit.fake.internal.solutions.model;

/** Versions of two to four numbers; missing ones count as 0 (wire/dataverse.md, section 6.1). */
public final class Versions {
    private Versions() {}

    public static int compare(String one, String other) {
        String[] ours = one.split("\\.", -1);
        String[] theirs = other.split("\\.", -1);
        for (int i = 0; i < 4; i++) {
            int difference = Long.compare(number(ours, i), number(theirs, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** The name in {@code Name (1.2.3.4)}. */
    public static String name(String provider) {
        String told = provider.trim();
        return version(told).equals("0")
                ? told
                : told.substring(0, told.lastIndexOf('(')).trim();
    }

    /** The version in {@code Name (1.2.3.4)}, 0 without one. */
    public static String version(String provider) {
        String told = provider.trim();
        int open = told.lastIndexOf('(');
        String version = open >= 0 && told.endsWith(")")
                ? told.substring(open + 1, told.length() - 1).trim()
                : "";
        return version.matches("[0-9.]{1,60}") ? version : "0";
    }

    private static long number(String[] parts, int i) {
        return i < parts.length && parts[i].matches("\\d{1,9}") ? Long.parseLong(parts[i]) : 0;
    }
}
