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
            "Filter", "LookUp", "Sort", "SortByColumns", "Search", "First", "FirstN", "Last", "LastN", "Shuffle");

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

    private static final Set<String> ALL_FURTHER_ARE_COLUMNS = Set.of("ShowColumns", "DropColumns");
    private static final Set<String> EVERY_OTHER_IS_A_COLUMN = Set.of("RenameColumns", "SortByColumns");

    private Functions() {}

    /** Whether the arguments behind the first are computed for each row, or with the record, of the first. */
    static boolean rowScope(String function) {
        return ROW_SCOPE.contains(function);
    }

    /** Whether its value has the columns of its first argument. */
    static boolean keepsColumns(String function) {
        return SAME_COLUMNS.contains(function);
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

    /** Whether this argument (from 0) names a column of the first. */
    static boolean column(String function, int argument, boolean last) {
        return argument > 0
                && (ALL_FURTHER_ARE_COLUMNS.contains(function)
                        || EVERY_OTHER_IS_A_COLUMN.contains(function) && argument % 2 == 1
                        || function.equals("GroupBy") && !last
                        || function.equals("Search") && argument > 1
                        || function.equals("DataSourceInfo") && argument == 2);
    }
}
