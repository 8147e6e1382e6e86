package peel.execution;

import org.jspecify.annotations.Nullable;
import peel.execution.AnswerCache.CachedAnswer;
import peel.http.Gzip;
import peel.http.IfNoneMatch;
import peel.http.Representation;

/** What is in memory by entity tag, plain and compressed. */
public final class KeptRepresentations {

    private final AnswerCache cache;

    public KeptRepresentations(AnswerCache cache) {
        this.cache = cache;
    }

    /**
     * What was found.
     *
     * @param operation the operation's name, empty if it has none
     */
    public record Kept(Representation representation, String operation) {}

    /**
     * Returns the entity tag of the form that the client has, null if it has none.
     *
     * @param tag the tag of the plain form
     */
    public static @Nullable String knownTag(String tag, @Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return null;
        }
        if (IfNoneMatch.lists(ifNoneMatch, tag)) {
            return tag;
        }
        String compressed = EntityTags.compressed(tag);
        return IfNoneMatch.lists(ifNoneMatch, compressed) ? compressed : null;
    }

    /** Returns what is in memory under a tag, null if nothing is. */
    public @Nullable Kept find(String tag, boolean gzip) {
        String compressedTag = EntityTags.compressed(tag);
        CachedAnswer compressed = gzip ? cache.get(compressedTag) : null;
        if (compressed != null) {
            return new Kept(new Representation(compressed.body(), compressedTag, true), compressed.operation());
        }
        CachedAnswer plain = cache.get(tag);
        return plain == null ? null : new Kept(represent(tag, plain, gzip), plain.operation());
    }

    /** Keeps an answer, and returns it in the form that the client gets. */
    public Representation keep(String tag, CachedAnswer answer, boolean gzip) {
        cache.put(tag, answer);
        return represent(tag, answer, gzip);
    }

    private Representation represent(String tag, CachedAnswer answer, boolean gzip) {
        byte[] body = answer.body();
        if (!gzip || !Gzip.isWorthwhile(body.length)) {
            return new Representation(body, tag, false);
        }
        byte[] compressed = Gzip.compressFast(body);
        String compressedTag = EntityTags.compressed(tag);
        cache.put(compressedTag, new CachedAnswer(compressed, answer.operation()));
        return new Representation(compressed, compressedTag, true);
    }
}
