package io.powermigrate.internal.page.csv;

/** The columns in their order; the header says their names. */
enum Column {
    ROW("row"),
    SECTION("section"),
    GROUP("group"),
    TITLE("title"),
    RULE("rule"),
    STATE("state"),
    TYPE("type"),
    NAME("name"),
    ID("id"),
    CHOICE("choice"),
    REASON("reason"),
    REMEDY("remedy"),
    LINE("line"),
    PLACE("place"),
    EXCERPT("excerpt"),
    DESTINATION_ID("destinationId"),
    FREES("frees"),
    WAITING("waiting");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
