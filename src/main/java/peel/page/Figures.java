package peel.page;

import java.math.BigDecimal;

/** Numbers as people read them. */
public final class Figures {

    /** Whole digits between two separators. */
    private static final int GROUP = 3;

    private Figures() {}

    /** A number with all of its decimals, and with commas between thousands: {@code -1,234.50}. */
    public static String text(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        int whole = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "\u2212" : "");
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % GROUP == 0) {
                text.append(',');
            }
            text.append(plain.charAt(i));
        }
        return text.append(plain, whole, plain.length()).toString();
    }
}
