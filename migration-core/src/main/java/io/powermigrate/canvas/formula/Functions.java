package io.powermigrate.canvas.formula;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the resolution of names has to know about functions (wire/msapp.md, section 4.5). */
final class Functions {

    private static final Set<String> ROW_SCOPE = Set.of(
            "Filter",
            "LookUp",
            "Sort",
            "ForAll",
            "AddColumns",
            "Sum",
            "Average",
            "Min",
            "Max",
            "CountIf",
            "RemoveIf",
            "UpdateIf",
            "StdevP",
            "VarP",
            "Concat",
            "Distinct",
            "Search",
            "Summarize",
            "With");

    private static final Set<String> SAME_COLUMNS = Set.of(
            "Filter",
            "LookUp",
            "Sort",
            "SortByColumns",
            "Search",
            "First",
            "FirstN",
            "Last",
            "LastN",
            "Shuffle",
            "AddColumns",
            "RenameColumns",
            "DropColumns");

    private static final Set<String> TABLE_FIRST = Set.of(
            "Patch",
            "Collect",
            "ClearCollect",
            "Clear",
            "Remove",
            "RemoveIf",
            "Update",
            "UpdateIf",
            "Defaults",
            "Refresh",
            "Revert",
            "Validate",
            "DataSourceInfo",
            "LookUp",
            "Filter");

    private Functions() {}

    /** Whether the arguments behind the first are computed for each row, or with the record, of the first. */
    static boolean rowScope(String function) {
        return ROW_SCOPE.contains(function);
    }

    /** Whether its value has the columns of its first argument, apart from those that its further arguments name. */
    static boolean keepsColumns(String function) {
        return SAME_COLUMNS.contains(function);
    }

    static boolean takesColumnsAway(String function) {
        return function.equals("RenameColumns") || function.equals("DropColumns");
    }

    /** Whether a name that stands alone as first argument can only be a table. */
    static boolean tableFirst(String function) {
        return TABLE_FIRST.contains(function);
    }

    /** What a name is that stands alone as first argument and need not have been known before; null for other functions. */
    static @Nullable SymbolKind declares(String function) {
        return switch (function) {
            case "Set" -> SymbolKind.VARIABLE;
            case "Collect", "ClearCollect" -> SymbolKind.COLLECTION;
            default -> null;
        };
    }

    /** What an argument (from 0) names if it is a text, or an identifier where columns are identifiers. */
    static Column column(String function, int argument, boolean last) {
        if (argument == 0) {
            return Column.NONE;
        }
        boolean odd = argument % 2 == 1;
        return switch (function) {
            case "ShowColumns", "DropColumns" -> Column.OLD;
            case "GroupBy" -> last ? Column.NEW : Column.OLD;
            case "RenameColumns" -> odd ? Column.OLD : Column.NEW;
            case "AddColumns" -> odd ? Column.NEW : Column.NONE;
            case "SortByColumns" -> odd ? Column.OLD : Column.NONE;
            case "Search" -> argument > 1 ? Column.OLD : Column.NONE;
            case "DataSourceInfo" -> argument == 2 ? Column.OLD : Column.NONE;
            default -> Column.NONE;
        };
    }

    /** What an argument of a function names. */
    enum Column {
        /** No column, but a value. */
        NONE,
        /** A column that the rows of the first argument have. */
        OLD,
        /** A column that the rows of the function's value have, and those of the first argument do not. */
        NEW
    }
}
