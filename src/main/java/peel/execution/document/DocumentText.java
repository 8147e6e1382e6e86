package peel.execution.document;

/**
 * Counts of a document's text, taken before anything is built from it.
 *
 * @param tokens the number of tokens
 * @param directives the number of {@code @}
 * @param nesting the maximum depth of nested brackets
 * @param longestWord the length of the longest name or number in characters
 * @param longestBlock the length of the longest block string in characters, quotes included
 */
record DocumentText(int tokens, int directives, int nesting, int longestWord, int longestBlock) {

    /** Counts any text. The parser reports later what is not GraphQL. */
    static DocumentText of(String text) {
        int tokens = 0;
        int directives = 0;
        int nesting = 0;
        int longestWord = 0;
        int longestBlock = 0;
        int open = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isIgnored(c)) {
                at++;
                continue;
            }
            if (c == '#') {
                at = endOfLine(text, at);
                continue;
            }
            tokens++;
            switch (c) {
                case '{', '[', '(' -> nesting = Math.max(nesting, ++open);
                case '}', ']', ')' -> open--;
                case '@' -> directives++;
                default -> {
                    // Neither nests nor is a directive.
                }
            }
            int end = endOfToken(text, at);
            if (text.startsWith("\"\"\"", at)) {
                longestBlock = Math.max(longestBlock, end - at);
            } else if (Character.isLetterOrDigit(c) || c == '_' || c == '-') {
                longestWord = Math.max(longestWord, end - at);
            }
            at = end;
        }
        return new DocumentText(tokens, directives, nesting, longestWord, longestBlock);
    }

    private static boolean isIgnored(char c) {
        return c == ' ' || c == ',' || c == '\n' || c == '\r' || c == '\t' || c == '\uFEFF';
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int endOfToken(String text, int from) {
        char c = text.charAt(from);
        if (c == '"') {
            return text.startsWith("\"\"\"", from) ? endOfBlock(text, from) : endOfString(text, from);
        }
        if (text.startsWith("...", from)) {
            return from + 3;
        }
        int at = from + 1;
        if (Character.isLetter(c) || c == '_') {
            while (at < text.length() && isPartOfName(text.charAt(at))) {
                at++;
            }
        } else if (Character.isDigit(c) || c == '-') {
            while (at < text.length() && isPartOfNumber(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isPartOfNumber(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '+';
    }

    private static int endOfString(String text, int from) {
        for (int at = from + 1; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"', '\n' -> {
                    return at + 1;
                }
                case '\\' -> at++;
                default -> {
                    // Part of the string.
                }
            }
        }
        return text.length();
    }

    private static int endOfBlock(String text, int from) {
        int end = text.indexOf("\"\"\"", from + 3);
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf("\"\"\"", end + 3);
        }
        return end < 0 ? text.length() : end + 3;
    }
}
