package io.powermigrate.internal.text;

import java.math.BigInteger;
import java.util.Comparator;

/** The order in which people expect names: App 2 stands before App 10, upper case beside lower case. Pure, thread-safe. */
public final class Natural {

    /** By runs of digits as numbers and by the rest without case; what is then equal, by the text itself. */
    public static final Comparator<String> ORDER = Natural::compare;

    private Natural() {}

    private static int compare(String left, String right) {
        int one = 0;
        int other = 0;
        while (one < left.length() && other < right.length()) {
            int found;
            if (isDigit(left, one) && isDigit(right, other)) {
                int endOne = endOfDigits(left, one);
                int endOther = endOfDigits(right, other);
                found = numbers(left.substring(one, endOne), right.substring(other, endOther));
                one = endOne;
                other = endOther;
            } else {
                found = Character.compare(folded(left.charAt(one++)), folded(right.charAt(other++)));
            }
            if (found != 0) {
                return found;
            }
        }
        int rest = Integer.compare(left.length() - one, right.length() - other);
        return rest != 0 ? rest : left.compareTo(right);
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static int numbers(String left, String right) {
        return left.length() <= 18 && right.length() <= 18
                ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                : new BigInteger(left).compareTo(new BigInteger(right));
    }

    private static char folded(char sign) {
        return Character.toLowerCase(Character.toUpperCase(sign));
    }
}
