package io.powermigrate.testkit.fake.internal.dataverse;

import java.util.stream.Stream;

/** How far a privilege of a role reaches, in the three spellings of the service (wire/dataverse.md, section 4.1). */
public enum Depth {
    BASIC("Basic", 1, "canbebasic"),
    LOCAL("Local", 2, "canbelocal"),
    DEEP("Deep", 4, "canbedeep"),
    GLOBAL("Global", 8, "canbeglobal");

    private final String word;
    private final int mask;
    private final String flag;

    Depth(String word, int mask, String flag) {
        this.word = word;
        this.mask = mask;
        this.flag = flag;
    }

    public static Depth ofMask(int mask) {
        return Stream.of(values()).filter(each -> each.mask == mask).findFirst().orElse(GLOBAL);
    }

    /** By its word or by its number, which begins with 0. */
    public static Depth of(String word) {
        return Stream.of(values())
                .filter(each -> each.word.equalsIgnoreCase(word)
                        || Integer.toString(each.ordinal()).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The depth '" + word + "' is unknown. Write Basic, Local, Deep or Global."));
    }

    public String word() {
        return word;
    }

    /** As {@code privilegedepthmask} has it. */
    public int mask() {
        return mask;
    }

    /** The column of a privilege that says whether it can be given that far. */
    public String flag() {
        return flag;
    }
}
