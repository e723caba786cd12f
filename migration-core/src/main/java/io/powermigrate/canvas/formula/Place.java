package io.powermigrate.canvas.formula;

/** Where an identifier stands, as far as its neighbours and the bracket around it tell: wire/msapp.md, section 4.5, no. 1 to 5 and 8. */
enum Place {
    /** Alone: a name of the app, unless something hides it. */
    ROOT,
    /** {@code [@Orders]}: a name of the app, whatever hides it. */
    GLOBAL,
    /** Behind a dot, or {@code Orders[@Name]}: a part of what stands before. */
    MEMBER,
    /** {@code {Name: …}}. */
    FIELD,
    /** {@code Name(…)}. */
    FUNCTION,
    /** {@code … As Name}. */
    ALIAS,
    /** An argument that takes a column. */
    COLUMN;

    static Place of(Tokens tokens, int index, Frame frame, Symbols symbols) {
        if (tokens.member(index)) {
            return MEMBER;
        }
        if (tokens.is(index - 1, '@') && tokens.is(index - 2, '[')) {
            return tokens.endsOperand(index - 3) ? MEMBER : GLOBAL;
        }
        boolean first = tokens.is(index - 1, '{') || tokens.is(index - 1, ',');
        if (frame.bracket == '{' && first && tokens.is(index + 1, ':')) {
            return FIELD;
        }
        if (tokens.is(index + 1, '(')) {
            return FUNCTION;
        }
        if (tokens.is(index - 1, TokenKind.KEYWORD, "As")) {
            return ALIAS;
        }
        return symbols.columnsAreIdentifiers() && column(tokens, index, frame) != Functions.Column.NONE ? COLUMN : ROOT;
    }

    /** What stands there names, if it is all of an argument. */
    static Functions.Column column(Tokens tokens, int index, Frame frame) {
        boolean last = tokens.is(index + 1, ')');
        boolean alone = tokens.is(index - 1, ',') && (last || tokens.is(index + 1, ','));
        return alone ? Functions.column(frame.function, frame.argument, last) : Functions.Column.NONE;
    }
}
