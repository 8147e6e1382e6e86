package peel.page;

import java.util.Locale;

/** Codes of the schema as words. */
public final class Words {

    private Words() {}

    /** "area for improvement" for {@code AREA_FOR_IMPROVEMENT}. */
    public static String of(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** "Area for improvement" for {@code AREA_FOR_IMPROVEMENT}. */
    public static String capitalised(String code) {
        return code.charAt(0) + of(code.substring(1));
    }
}
