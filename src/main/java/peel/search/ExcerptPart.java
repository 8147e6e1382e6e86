package peel.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Part of an excerpt, as plain text without markup.")
public record ExcerptPart(
        @NonNull @Description("Text as printed, including spaces. Escape this text before inserting it into HTML.")
        String text,

        @NonNull @Description("Whether this part matches the search text.")
        boolean highlighted) {}
