package io.powermigrate.http;

/** No whole answer came. */
final class WireFailure extends Exception {

    private static final long serialVersionUID = 1L;

    enum Kind {
        /** Nothing was sent, and it may work later. */
        NOT_SENT,
        /** Nothing was sent, and it will not work later either. */
        HOPELESS,
        /** It was sent, at least in part. */
        BROKEN
    }

    private final Kind kind;

    WireFailure(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
