package io.powermigrate.testkit.fake.internal.solutions.model;

import java.util.Locale;

/** Ends a solution operation. Holds the code of the service and its text (wire/dataverse.md, section 1.4). */
public final class ImportFailure extends RuntimeException {
    public static final int MISSING_DEPENDENCIES = 0x8004801D;
    public static final int GENERIC = 0x8004801E;
    public static final int SOLUTION_ERROR = 0x80048033;
    public static final int INVALID_FILE = 0x80048060;
    public static final int NOT_WELL_FORMED = 0x80048013;
    public static final int ATTRIBUTE_TYPE = 0x80041A06;
    public static final int ROLE = 0x80048017;
    public static final int UNKNOWN_PRIVILEGE = 0x80048058;
    public static final int PRIVILEGE = 0x80048018;
    public static final int NOT_SECURABLE = 0x80048063;
    public static final int COLUMN_OF_PROFILE = 0x80048064;
    public static final int PREFIX = 0x80048062;
    public static final int PUBLISHER = 0x8004801C;
    public static final int UNMANAGED_TO_MANAGED = 0x80048040;
    public static final int MANAGED_TO_UNMANAGED = 0x80048041;
    public static final int NEWER_SERVER = 0x80048068;
    public static final int OPTION_SET_MISSING = 0x80048039;
    public static final int HOLDING_EXISTS = 0x80048539;
    public static final int NO_BASE = 0x8004853B;
    public static final int UPGRADE_FAILED = 0x8004F046;
    public static final int LOCKED = 0x8004F061;
    public static final int CONCURRENT = 0x80071151;
    public static final int INVALID_ARGUMENT = 0x80040203;
    public static final int UNEXPECTED = 0x80040216;
    public static final int NO_PRIVILEGE = 0x80040220;
    public static final int NOT_FOUND = 0x80040217;
    public static final int SQL = 0x80044150;
    public static final int ATTACHMENT_BLOCKED = 0x80043E09;
    public static final int NOT_CUSTOMIZABLE = 0x8004F015;

    private static final long serialVersionUID = 1L;

    private final int code;

    public ImportFailure(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** As errors of the Web API and of job data write it. */
    public String hex() {
        return "0x" + Integer.toHexString(code).toUpperCase(Locale.ROOT);
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public ImportFailure saying(String before) {
        return new ImportFailure(code, before + text());
    }
}
