package io.powermigrate.canvas.reading;

/** Names of the wire that several rooms look for. */
public final class WireNames {

    /** Holds a signed address: anyone who has it can start the flow (wire/msapp.md, section 3, row 21). */
    public static final String CALLBACK = "workFlowCallbackUri";

    private WireNames() {}
}
