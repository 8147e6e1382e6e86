package peel.importing.input;

import org.jspecify.annotations.Nullable;

/** Characters that look like nothing or like a blank, and those that stand for a lost one. */
final class InvisibleCharacters {

    private InvisibleCharacters() {}

    /** The first of them in a text, such as {@code U+00A0, a non-breaking space}; null if there is none. */
    static @Nullable String first(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if ((sign < ' ' || sign > '~') && isInvisible(sign)) {
                return "U+%04X%s".formatted((int) sign, name(sign));
            }
        }
        return null;
    }

    private static boolean isInvisible(char sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> sign == '\uFFFD' || sign == '\u115F' || sign == '\u1160' || sign == '\u3164' || sign == '\u2800';
        };
    }

    private static String name(char sign) {
        if (sign == '\u00A0' || sign == '\u202F') {
            return ", a non-breaking space";
        }
        if (sign == '\u00AD') {
            return ", a soft hyphen";
        }
        if (sign == '\u200B' || sign == '\u200C' || sign == '\u200D' || sign == '\u2060' || sign == '\uFEFF') {
            return ", of no width";
        }
        if (sign == '\u200E'
                || sign == '\u200F'
                || sign >= '\u202A' && sign <= '\u202E'
                || sign >= '\u2066' && sign <= '\u2069') {
            return ", a mark of direction";
        }
        return sign == '\uFFFD' ? ", which stands for a lost character" : "";
    }
}
