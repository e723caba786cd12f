package io.powermigrate.testkit.fake.packaging;

/** The service says no: a status, a code and its words. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String words;

    Refusal(int status, String code, String words) {
        super(code + ": " + words);
        this.status = status;
        this.code = code;
        this.words = words;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String words() {
        return words;
    }
}
