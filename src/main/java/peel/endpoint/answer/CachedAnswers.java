package peel.endpoint.answer;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.execution.AnswerCache;
import peel.execution.AnswerCache.CachedAnswer;
import peel.execution.EntityTags;
import peel.execution.GraphQLRequest;
import peel.execution.RevisionSource;
import peel.http.Gzip;
import peel.http.IfNoneMatch;
import peel.http.Representation;

/** Answers from memory while the dataset's revision is known, and keeps new answers, also in compressed form. */
@Singleton
class CachedAnswers {

    private final RevisionSource revisions;
    private final EntityTags tags;
    private final AnswerCache cache;

    CachedAnswers(RevisionSource revisions, EntityTags tags, AnswerCache cache) {
        this.revisions = revisions;
        this.tags = tags;
        this.cache = cache;
    }

    /**
     * Returns the answer that the client has or that is in memory, or null if the operation must be executed.
     *
     * @param tag the request's {@link #tag}
     */
    @Nullable Answer find(@Nullable String tag, AnswerTerms terms) {
        if (tag == null) {
            return null;
        }
        String compressedTag = EntityTags.compressed(tag);
        String unchanged = tagKnownToClient(terms, tag, compressedTag);
        if (unchanged != null) {
            CachedAnswer kept = cache.get(tag);
            return Answer.unchanged(unchanged, kept == null ? null : kept.operation());
        }
        CachedAnswer compressed = terms.gzip() ? cache.get(compressedTag) : null;
        if (compressed != null) {
            return kept(new Representation(compressed.body(), compressedTag, true), compressed, terms);
        }
        CachedAnswer plain = cache.get(tag);
        return plain == null ? null : kept(representation(plain, tag, terms), plain, terms);
    }

    /** The identity of the revision that answers are of now, null while it is unknown. */
    @Nullable UUID revision() {
        return revisions.current();
    }

    /** The entity tag of a request's answer, null while the revision is unknown. */
    @Nullable String tag(GraphQLRequest request, AnswerTerms terms) {
        return tag(request, terms, revision());
    }

    @Nullable String tag(GraphQLRequest request, AnswerTerms terms, @Nullable UUID revision) {
        return revision == null ? null : tags.of(request, terms.mediaType().name(), revision);
    }

    /** The answer that another request's execution returned, which may have been too large to be kept. */
    Answer shared(CachedAnswer answer, @Nullable UUID revision, GraphQLRequest request, AnswerTerms terms) {
        Answer kept = find(tag(request, terms), terms);
        return kept != null ? kept : kept(representation(answer, revision, request, terms), answer, terms);
    }

    private static Answer kept(Representation representation, CachedAnswer answer, AnswerTerms terms) {
        String tag = representation.tag();
        return isExcluded(tag, terms)
                ? Answer.unchanged(Objects.requireNonNull(tag), answer.operation())
                : Answer.kept(representation, answer.operation());
    }

    // RFC 9110, section 13.1.2: "*" matches whatever exists, so the answer must exist without errors.
    private static boolean isExcluded(@Nullable String tag, AnswerTerms terms) {
        return tag != null && terms.get() && terms.ifNoneMatch() != null && IfNoneMatch.isAny(terms.ifNoneMatch());
    }

    private static @Nullable String tagKnownToClient(AnswerTerms terms, String tag, String compressedTag) {
        // The condition has this meaning for GET only.
        if (!terms.get() || terms.ifNoneMatch() == null) {
            return null;
        }
        if (IfNoneMatch.lists(terms.ifNoneMatch(), tag)) {
            return tag;
        }
        return IfNoneMatch.lists(terms.ifNoneMatch(), compressedTag) ? compressedTag : null;
    }

    /**
     * Keeps the answer of an execution without errors, unless there was no dataset.
     *
     * @param revision the identity of the revision that all of the answer was read from
     */
    Answer keep(CachedAnswer answer, @Nullable UUID revision, GraphQLRequest request, AnswerTerms terms) {
        Representation representation = representation(answer, revision, request, terms);
        String tag = representation.tag();
        return isExcluded(tag, terms)
                ? Answer.unchanged(Objects.requireNonNull(tag), answer.operation())
                : Answer.executed(representation);
    }

    private Representation representation(
            CachedAnswer answer, @Nullable UUID revision, GraphQLRequest request, AnswerTerms terms) {
        if (revision == null) {
            return new Representation(answer.body(), null, false);
        }
        String tag = tags.of(request, terms.mediaType().name(), revision);
        cache.put(tag, answer);
        return representation(answer, tag, terms);
    }

    private Representation representation(CachedAnswer answer, String tag, AnswerTerms terms) {
        byte[] body = answer.body();
        if (!terms.gzip() || !Gzip.isWorthwhile(body.length)) {
            return new Representation(body, tag, false);
        }
        byte[] compressed = Gzip.compressFast(body);
        String compressedTag = EntityTags.compressed(tag);
        cache.put(compressedTag, new CachedAnswer(compressed, answer.operation()));
        return new Representation(compressed, compressedTag, true);
    }
}
