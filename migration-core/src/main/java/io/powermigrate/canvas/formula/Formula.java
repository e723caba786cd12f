package io.powermigrate.canvas.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Power Fx formula as documents hold it: always the invariant spelling, whatever the language of the app (wire/msapp.md, section 4).
 * Time and memory grow with its length only. Offsets count UTF-16 units, as Studio does. Immutable and thread-safe.
 */
public final class Formula {

    private final String text;
    private final List<Token> tokens;
    private final List<LexicalError> errors;

    private Formula(String text, FormulaLimits limits) {
        Lexer lexer = new Lexer(text, limits).run();
        this.text = text;
        this.tokens = List.copyOf(lexer.tokens());
        this.errors = List.copyOf(lexer.errors());
    }

    /** Splits a formula into tokens; never fails. A formula that comes from outside may need limits. */
    public static Formula of(String text) {
        return new Formula(text, FormulaLimits.NONE);
    }

    /**
     * Splits a formula into tokens.
     *
     * @throws FormulaLimitException as soon as it has more tokens or depth than that
     */
    public static Formula of(String text, FormulaLimits limits) {
        return new Formula(text, limits);
    }

    /** The formula as it was given. */
    public String text() {
        return text;
    }

    /** All but white space, from left to right, none within another. */
    public List<Token> tokens() {
        return tokens;
    }

    /** Where it cannot be split; empty for every formula that Studio can read. */
    public List<LexicalError> errors() {
        return errors;
    }

    /** Where names of the app stand, or what is spelled like them; texts only if they are equal to the name of a data source. */
    public List<NameUse> uses(Symbols symbols) {
        List<NameUse> uses = new ArrayList<>();
        walk(symbols, new Visitor() {
            @Override
            public void identifier(Found found, Scopes scopes) {
                add(found.token(), found.role(), found.member());
            }

            @Override
            public void text(Token text, String table) {
                if (symbols.isDataSource(text.value())) {
                    add(text, Role.TEXT, null);
                }
            }

            private void add(Token token, Role role, @Nullable String member) {
                symbols.kind(token.value())
                        .ifPresent(kind -> uses.add(
                                new NameUse(token.value(), kind, role, token.offset(), token.length(), member)));
            }
        });
        return uses;
    }

    /** Texts that name a column of a table of the app, in the arguments that take columns, as far as the table is known. */
    public List<ColumnText> columnTexts(Symbols symbols) {
        List<ColumnText> columns = new ArrayList<>();
        walk(symbols, new Visitor() {
            @Override
            public void text(Token text, String table) {
                if (!table.isEmpty()) {
                    columns.add(new ColumnText(table, text.value(), text.offset(), text.length()));
                }
            }
        });
        return columns;
    }

    /** The names that surely stand for something of the app or the language here, whether the symbols know them or not. */
    public Set<String> globals(Symbols symbols) {
        Set<String> globals = new HashSet<>();
        walk(symbols, new Visitor() {
            @Override
            public void identifier(Found found, Scopes scopes) {
                if (found.role() == Role.REFERENCE) {
                    globals.add(found.token().value());
                }
            }
        });
        return globals;
    }

    /** What it makes known itself. */
    public List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        walk(Symbols.none(), new Visitor() {
            @Override
            public void identifier(Found found, Scopes scopes) {
                SymbolKind kind = found.declares();
                if (kind != null) {
                    declarations.add(new Declaration(found.token().value(), kind));
                }
            }
        });
        return declarations;
    }

    /**
     * The words around a place, for a message: some thirty characters on each side, white space shortened. The contents of comments and of
     * other texts are left out, for they may be secrets.
     */
    public String excerpt(int offset, int length) {
        return new Excerpt(text, tokens).around(offset, offset + length);
    }

    void walk(Symbols symbols, Visitor visitor) {
        new Walk(Tokens.of(tokens), symbols, visitor).run();
    }

    @Override
    public String toString() {
        return "Formula[" + text.length() + " characters]";
    }
}
