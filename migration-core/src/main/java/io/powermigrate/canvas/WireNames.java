package io.powermigrate.canvas;

/** Names of the wire that several rooms look for. */
final class WireNames {

    /** Holds a signed address: whoever has it can start the flow (wire/msapp.md, section 3, row 21). */
    static final String CALLBACK = "workFlowCallbackUri";

    private WireNames() {}
}
