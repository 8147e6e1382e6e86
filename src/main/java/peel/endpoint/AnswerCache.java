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
        classNames = {
            "com.github.benmanes.caffeine.cache.SSMW",
            "com.github.benmanes.caffeine.cache.PSMW"
        })
@ApplicationScoped
class AnswerCache {

    /** What an entry takes beside its bytes. */
    private static final int OVERHEAD = 250;

    /** One answer doesn't drive out all the others. */
    private static final int LARGEST_SHARE = 8;

    private final Cache<String, byte[]> answers;
    private final long largest;
    private volatile int revision;

    AnswerCache(EndpointConfig config) {
        long size = config.answerCache().asLongValue();
        this.answers =
                Caffeine.newBuilder()
                        .maximumWeight(size)
                        .weigher((String tag, byte[] body) -> body.length + OVERHEAD)
                        .build();
        this.largest = size / LARGEST_SHARE;
    }

    byte[] get(String tag) {
        return answers.getIfPresent(tag);
    }

    void put(String tag, byte[] body) {
        if (body.length + OVERHEAD <= largest) {
            answers.put(tag, body);
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
