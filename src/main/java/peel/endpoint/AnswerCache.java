package peel.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers for the next who asks the same, by entity tag. The tag holds the dataset's revision, so
 * an answer of an older one is never found.
 */
// Caffeine looks up the class of a cache bounded by weight, and of its entries, by name; in a
// native executable they have to
// be told. It serves the endpoint's other caches as well.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSSMW", "com.github.benmanes.caffeine.cache.PSMW"})
@ApplicationScoped
class AnswerCache {

    /** What an entry takes beside its bytes. */
    private static final int OVERHEAD = 250;

    /** One answer doesn't drive out all the others. */
    private static final int LARGEST_SHARE = 8;

    /**
     * An answer.
     *
     * @param body JSON, compressed if its tag says so
     * @param operation the meters of what it answers
     */
    record Kept(byte[] body, OperationMeters operation) {}

    private final Cache<String, Kept> answers;
    private final long largest;
    private volatile int revision;

    AnswerCache(EndpointConfig config) {
        long size = config.answerCache().asLongValue();
        this.answers = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String tag, Kept kept) -> kept.body().length + OVERHEAD)
                .recordStats()
                .build();
        this.largest = size / LARGEST_SHARE;
    }

    /** For metrics. */
    Cache<String, ?> cache() {
        return answers;
    }

    /** An answer, or null. */
    Kept get(String tag) {
        return answers.getIfPresent(tag);
    }

    void put(String tag, Kept kept) {
        if (kept.body().length + OVERHEAD <= largest) {
            answers.put(tag, kept);
        }
    }

    /** Forgets the answers of older revisions, which nobody can ask for any more. */
    void use(int current) {
        if (revision != current) {
            revision = current;
            answers.invalidateAll();
        }
    }
}
