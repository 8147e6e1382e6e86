package peel.testing.documentation;

import java.util.ArrayList;
import java.util.List;
import peel.testing.documentation.MarkdownPage.CodeBlock;

/**
 * A simple command of a shell block: words, quotes, escaped ends of lines and comments are
 * understood, everything else is left to the tests that run it.
 *
 * @param place page and line of its block, for messages of tests
 * @param words its words without their quotes
 */
public record ShellCommand(String place, List<String> words) {

    /** The commands of a block, one a line. */
    public static List<ShellCommand> of(CodeBlock block) {
        List<ShellCommand> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        String text = block.text() + "\n";
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == '\'' || quote == '"') {
                if (c == quote) {
                    quote = 0;
                } else if (c == '\\' && quote == '"' && "\"\\$".indexOf(text.charAt(i + 1)) >= 0) {
                    word.append(text.charAt(++i));
                } else {
                    word.append(c);
                }
            } else if (c == '\\' && text.charAt(i + 1) == '\n') {
                i++;
            } else if (c == '#' && word == null) {
                i = text.indexOf('\n', i) - 1;
            } else if (c == ' ' || c == '\n') {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
                if (c == '\n' && !words.isEmpty()) {
                    commands.add(new ShellCommand(block.place(), List.copyOf(words)));
                    words.clear();
                }
            } else {
                word = word == null ? new StringBuilder() : word;
                if (c == '\'' || c == '"') {
                    quote = c;
                } else {
                    word.append(c);
                }
            }
        }
        return commands;
    }

    /** The program. */
    public String program() {
        return words.get(0);
    }

    @Override
    public String toString() {
        return place + ": " + String.join(" ", words);
    }
}
