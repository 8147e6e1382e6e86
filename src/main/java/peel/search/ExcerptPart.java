package peel.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A part of an excerpt.
 *
 * @param text the words, plain text
 * @param highlighted whether they are what was searched for
 */
@Description("A part of an excerpt: plain text, never markup.")
public record ExcerptPart(
        @NonNull @Description(
                "The words as printed, blanks between them included. Plain text: to be escaped where it becomes HTML.")
        String text,

        @NonNull @Description("Whether they are what was searched for.")
        boolean highlighted) {}
