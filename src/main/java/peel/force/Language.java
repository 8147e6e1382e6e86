package peel.force;

import org.eclipse.microprofile.graphql.Description;

@Description("Language of a name.")
public enum Language {
    @Description("English.")
    ENGLISH,
    @Description("Welsh.")
    WELSH
}
