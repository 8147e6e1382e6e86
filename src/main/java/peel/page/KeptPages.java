package peel.page;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import peel.execution.AnswerCache;
import peel.execution.AnswerCache.CachedAnswer;
import peel.execution.EntityTags;
import peel.execution.GraphQLRequest;
import peel.execution.KeptRepresentations;
import peel.execution.RevisionSource;
import peel.http.IfNoneMatch;
import peel.http.Representation;

/** Written pages in memory, beside the answers of the endpoint, and their entity tags. */
@Singleton
class KeptPages {

    /** For pages that show nothing of the dataset. */
    private static final UUID NO_REVISION = new UUID(0, 0);

    private final RevisionSource revisions;
    private final EntityTags tags;
    private final KeptRepresentations kept;
    private final String settings;

    KeptPages(
            RevisionSource revisions,
            EntityTags tags,
            AnswerCache cache,
            PagesConfig config,
            @ConfigProperty(name = "peel.graphiql.enabled", defaultValue = "true") boolean graphiql) {
        this.revisions = revisions;
        this.tags = tags;
        this.kept = new KeptRepresentations(cache);
        this.settings =
                graphiql + " " + config.publicAddress().map(Object::toString).orElse("");
    }

    /** The revision that a page would be read from, null while that is unknown. */
    @Nullable UUID revision(PageRead read) {
        return read.isNothing() ? NO_REVISION : revisions.current();
    }

    /** The entity tag of a page that was read from a revision, null if there is none. */
    @Nullable String tagOf(PageAddress address, PageRead read, @Nullable UUID revision) {
        UUID known = read.isNothing() ? NO_REVISION : revision;
        return known == null ? null : tag(address, read, known);
    }

    // Everything that determines a page: its address, the settings that links depend on, the data and the program.
    private String tag(PageAddress address, PageRead read, UUID revision) {
        String form = "page " + address.form() + " " + address.canonical() + " " + settings;
        return tags.of(new GraphQLRequest(read.operation(), null, read.variables(), Map.of()), form, revision);
    }

    /** The page with this tag if the client or this cache has it, otherwise null. */
    @Nullable Representation find(String tag, boolean gzip, @Nullable String ifNoneMatch) {
        String known = KeptRepresentations.knownTag(tag, ifNoneMatch);
        if (known != null) {
            return new Representation(null, known, false);
        }
        KeptRepresentations.Kept found = kept.find(tag, gzip);
        return found == null ? null : unlessExcluded(found.representation(), ifNoneMatch);
    }

    /** Keeps a page, and returns it as the client gets it. */
    Representation keep(@Nullable String tag, byte[] body, boolean gzip, @Nullable String ifNoneMatch) {
        if (tag == null) {
            return new Representation(body, null, false);
        }
        return unlessExcluded(kept.keep(tag, new CachedAnswer(body, ""), gzip), ifNoneMatch);
    }

    // RFC 9110, section 13.1.2: "*" matches whatever exists.
    private static Representation unlessExcluded(Representation page, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null && IfNoneMatch.isAny(ifNoneMatch)
                ? new Representation(null, page.tag(), false)
                : page;
    }
}
