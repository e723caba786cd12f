package io.powermigrate.testkit.fake.internal.dataverse;

import java.util.Map;
import java.util.Optional;

/** Ids that are the same in every organisation (wire/dataverse.md, sections 2.1, 4.1, 4.2, dataverse-facts.md, C). */
public final class KnownIds {
    public static final String DEFAULT_SOLUTION = "fd140aaf-4df4-11dd-bd17-0019b9312238";
    public static final String ACTIVE_SOLUTION = "fd140aae-4df4-11dd-bd17-0019b9312238";
    public static final String COMMON_SOLUTION = "00000001-0000-0000-0001-00000000009b";
    public static final String ADMINISTRATOR_TEMPLATE = "627090ff-40a3-4053-8790-584edc5be201";
    public static final String CUSTOMIZER_TEMPLATE = "119f245c-3cc8-4b62-b31c-d1a046ced15d";
    public static final String BASIC_USER_TEMPLATE = "236750cd-45ae-4939-ab12-b24b920ced93";
    public static final String ADMINISTRATOR_PROFILE = "572329c1-a042-4e22-be47-367c6374ea45";
    static final String DEFAULT_PUBLISHER = "d21aab71-79e7-11dd-8874-00188b01e34f";
    static final String MICROSOFT_PUBLISHER = "d21aab70-79e7-11dd-8874-00188b01e34f";

    private static final Map<String, String> PRIVILEGES = Map.of(
            "prvCreateEntity", "341e3ebf-74b8-4335-84f3-7f617bb7d081",
            "prvCreateOptionSet", "e62439f6-3666-4c0a-a732-bde205d8e938",
            "prvWriteRole", "bd123e14-17ba-40f6-8d8b-18f4bffa7e50",
            "prvCreateAccount", "d26fe964-230b-42dd-ad93-5cc879de411e");

    private KnownIds() {}

    static Optional<String> privilege(String name) {
        return Optional.ofNullable(PRIVILEGES.get(name));
    }
}
