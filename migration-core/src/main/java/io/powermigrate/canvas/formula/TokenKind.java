package io.powermigrate.canvas.formula;

/** What a {@link Token} is (wire/msapp.md, section 4.4). */
public enum TokenKind {
    /** A name, bare or quoted; also {@code And}, {@code Or}, {@code Not} before a bracket, where they are functions. */
    IDENTIFIER,
    /** A reserved word: {@code true}, {@code in}, {@code Self}, {@code As} and their like. */
    KEYWORD,
    /** A number, with a point as decimal separator. */
    NUMBER,
    /** A text in quotes, without anything to compute in it. */
    STRING,
    /** An operator, bracket or separator. */
    PUNCTUATION,
    /** A comment of either kind. */
    COMMENT,
    /** {@code $"}: a text with things to compute in it begins. */
    INTERPOLATION_START,
    /** A piece of such a text. */
    INTERPOLATION_TEXT,
    /** {@code &#123;}: in such a text, something to compute begins. */
    ISLAND_START,
    /** The closing brace of that. */
    ISLAND_END,
    /** The closing quote of such a text. */
    INTERPOLATION_END,
    /** What is no token; see {@link Formula#errors()}. */
    ERROR
}
