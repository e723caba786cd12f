package io.powermigrate.canvas.formula;

import io.powermigrate.error.MigrationException;

/** A formula costs more than its {@link FormulaLimits} allow. Quotes nothing of the formula. */
public final class FormulaLimitException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final Exceeded limit;
    private final int most;
    private final int offset;

    FormulaLimitException(Exceeded limit, int most, int offset) {
        super(
                "A formula was not read because it has more " + limit.words + " than " + most + " at character "
                        + offset,
                "Split it in Studio, or give a higher limit");
        this.limit = limit;
        this.most = most;
        this.offset = offset;
    }

    /** Which limit. */
    public Exceeded limit() {
        return limit;
    }

    /** The limit's value. */
    public int most() {
        return most;
    }

    /** Where the first token stands that is too much, in UTF-16 units. */
    public int offset() {
        return offset;
    }

    /** The limits of a formula. */
    public enum Exceeded {
        /** {@link FormulaLimits#tokens()}. */
        TOKENS("tokens"),
        /** {@link FormulaLimits#depth()}. */
        DEPTH("brackets inside each other");

        private final String words;

        Exceeded(String words) {
            this.words = words;
        }

        /** What there are too many of. */
        public String words() {
            return words;
        }
    }
}
