package io.powermigrate.canvas.formula;

import org.jspecify.annotations.Nullable;

/**
 * One walk over the tokens of a formula, from left to right, that finds out what each identifier is (wire/msapp.md, section 4.5). The
 * open brackets are kept on a list of our own, so that nesting costs no stack of the JVM; nothing is looked at again.
 */
final class Walk {

    private final Tokens tokens;
    private final Symbols symbols;
    private final Visitor visitor;
    private final Brackets brackets = new Brackets();
    private final Scopes scopes;
    private String called = "";

    Walk(Tokens tokens, Symbols symbols, Visitor visitor) {
        this.tokens = tokens;
        this.symbols = symbols;
        this.visitor = visitor;
        this.scopes = new Scopes(symbols);
    }

    void run() {
        for (int i = 0; i < tokens.list().size(); i++) {
            Token token = tokens.list().get(i);
            switch (token.kind()) {
                case IDENTIFIER -> identifier(i, token);
                case STRING -> text(i, token);
                case PUNCTUATION -> punctuation(i, token.value());
                case ISLAND_START -> brackets.open(Frame.of('{'));
                case ISLAND_END -> close('{');
                case KEYWORD -> other(token.value().equals("As"));
                default -> other(false);
            }
        }
    }

    private void identifier(int i, Token token) {
        Frame frame = brackets.top();
        Place place = Place.of(tokens, i, frame, symbols);
        Role role = role(i, token.value(), place);
        SymbolKind declares = declares(i, frame, place);
        called = place == Place.FUNCTION ? token.value() : "";
        switch (place) {
            case FIELD -> frame.field(token.value());
            case ALIAS -> frame.alias = token.value();
            case COLUMN -> column(i, frame);
            case FUNCTION -> {} // its value is known at the closing bracket
            case ROOT, GLOBAL ->
                frame.operand(role.followsRename() ? Shape.rowsOf(token.value(), symbols) : Shape.UNKNOWN);
            default -> frame.operand(Shape.UNKNOWN);
        }
        visitor.identifier(new Found(token, place, role, declares, tokens.memberOf(i)), scopes);
    }

    private Role role(int i, String name, Place place) {
        return switch (place) {
            case MEMBER -> Role.MEMBER;
            case FIELD -> Role.FIELD;
            case FUNCTION -> Role.FUNCTION;
            case ALIAS -> Role.ALIAS;
            case COLUMN -> Role.COLUMN;
            case GLOBAL -> Role.REFERENCE;
            case ROOT -> root(i, name);
        };
    }

    private Role root(int i, String name) {
        Role role = scopes.role(name);
        if (role == Role.REFERENCE && symbols.mayBeHidden(name)) {
            return Role.AMBIGUOUS;
        }
        return role == Role.AMBIGUOUS && (operation(i) || table(i)) ? Role.PRESUMED : role;
    }

    /** {@code Service.Operation(…)}. */
    private boolean operation(int i) {
        return tokens.memberOf(i) != null && tokens.is(i + 3, '(');
    }

    /** All of an argument that takes a table. */
    private boolean table(int i) {
        Frame frame = brackets.top();
        return frame.argument == 0
                && tokens.is(i - 1, '(')
                && (tokens.is(i + 1, ',') || tokens.is(i + 1, ')'))
                && Functions.tableFirst(frame.function);
    }

    private @Nullable SymbolKind declares(int i, Frame frame, Place place) {
        return switch (place) {
            case ALIAS -> SymbolKind.ALIAS;
            case FIELD -> frame.variables ? SymbolKind.CONTEXT_VARIABLE : null;
            case ROOT -> declaredByRoot(i, frame);
            default -> null;
        };
    }

    private @Nullable SymbolKind declaredByRoot(int i, Frame frame) {
        if (frame.argument == 0 && tokens.is(i - 1, '(')) {
            return Functions.declares(frame.function);
        }
        boolean equation = frame.bracket == Frame.NONE && tokens.is(i + 1, '=') && (i == 0 || tokens.is(i - 1, ';'));
        return equation ? SymbolKind.NAMED_FORMULA : null;
    }

    private void text(int i, Token text) {
        Frame frame = brackets.top();
        boolean old =
                column(i, frame) == Functions.Column.OLD && !frame.first.added().contains(text.value());
        visitor.text(text, old ? frame.first.table() : "");
    }

    private Functions.Column column(int i, Frame frame) {
        Functions.Column kind = Place.column(tokens, i, frame);
        frame.column(kind, tokens.list().get(i).value());
        frame.operand(Shape.UNKNOWN);
        return kind;
    }

    private void other(boolean transparent) {
        if (!transparent) {
            brackets.top().operand(Shape.UNKNOWN);
        }
    }

    private void punctuation(int i, String sign) {
        switch (sign) {
            case "(" -> brackets.open(Frame.call(tokens.identifier(i - 1) ? called : ""));
            case "[" -> brackets.open(Frame.of('['));
            case "{" -> record();
            case ")" -> close('(');
            case "]" -> close('[');
            case "}" -> close('{');
            case "," -> comma();
            case "@" -> brackets.top().global = true;
            default -> brackets.top().value = Shape.UNKNOWN;
        }
    }

    private void record() {
        Frame record = Frame.of('{');
        record.variables = brackets.top().takesVariables();
        brackets.open(record);
    }

    private void comma() {
        Frame frame = brackets.top();
        if (frame.argument++ == 0) {
            frame.first = frame.value;
            if (Functions.rowScope(frame.function)) {
                frame.scoped = true;
                scopes.enter(frame.first, frame.alias);
            }
        }
        frame.value = Shape.NOTHING;
    }

    /** A closing bracket that fits to none is passed over; brackets inside that were not closed end with it. */
    private void close(char bracket) {
        while (brackets.any(bracket)) {
            Frame frame = brackets.close();
            if (frame.argument == 0) {
                frame.first = frame.value;
            }
            if (frame.scoped) {
                scopes.leave(frame.first, frame.alias);
            }
            brackets.top().operand(frame.result(brackets.top()));
            if (frame.bracket == bracket) {
                return;
            }
        }
    }
}
