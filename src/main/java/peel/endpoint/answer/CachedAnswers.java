package peel.endpoint.answer;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.execution.AnswerCache;
import peel.execution.AnswerCache.CachedAnswer;
import peel.execution.EntityTags;
import peel.execution.GraphQLRequest;
import peel.execution.KeptRepresentations;
import peel.execution.RevisionSource;
import peel.http.IfNoneMatch;
import peel.http.Representation;

/** Answers from memory while the dataset's revision is known, and keeps new answers, also in compressed form. */
@Singleton
class CachedAnswers {

    private final RevisionSource revisions;
    private final EntityTags tags;
    private final AnswerCache cache;
    private final KeptRepresentations kept;

    CachedAnswers(RevisionSource revisions, EntityTags tags, AnswerCache cache) {
        this.revisions = revisions;
        this.tags = tags;
        this.cache = cache;
        this.kept = new KeptRepresentations(cache);
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
        // The condition has this meaning for GET only.
        String unchanged = KeptRepresentations.knownTag(tag, terms.get() ? terms.ifNoneMatch() : null);
        if (unchanged != null) {
            CachedAnswer known = cache.get(tag);
            return Answer.unchanged(unchanged, known == null ? null : known.operation());
        }
        KeptRepresentations.Kept found = kept.find(tag, terms.gzip());
        return found == null ? null : kept(found.representation(), found.operation(), terms);
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
        return kept != null ? kept : kept(representation(answer, revision, request, terms), answer.operation(), terms);
    }

    private static Answer kept(Representation representation, String operation, AnswerTerms terms) {
        String tag = representation.tag();
        return isExcluded(tag, terms)
                ? Answer.unchanged(Objects.requireNonNull(tag), operation)
                : Answer.kept(representation, operation);
    }

    // RFC 9110, section 13.1.2: "*" matches whatever exists, so the answer must exist without errors.
    private static boolean isExcluded(@Nullable String tag, AnswerTerms terms) {
        return tag != null && terms.get() && terms.ifNoneMatch() != null && IfNoneMatch.isAny(terms.ifNoneMatch());
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
        return kept.keep(tags.of(request, terms.mediaType().name(), revision), answer, terms.gzip());
    }
}
