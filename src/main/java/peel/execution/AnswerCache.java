package peel.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import peel.execution.memory.CacheSize;

/**
 * Keeps written answers in memory. A key includes the identity of the dataset's revision, so an answer of another
 * revision is never found.
 */
// Caffeine looks up the classes of a weight-bounded cache and of its entries by name, so a native executable needs them
// registered. The registration covers the service's other caches as well.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSSMW", "com.github.benmanes.caffeine.cache.PSMW"})
@ApplicationScoped
public class AnswerCache {

    /** Estimated bytes of an entry in addition to its body. */
    private static final int OVERHEAD = 250;

    /** An answer larger than this part of the cache is not kept, so that it cannot evict most others. */
    private static final int LARGEST_SHARE = 8;

    /**
     * An answer in memory.
     *
     * @param operation the operation's name, empty if it has none
     */
    public record CachedAnswer(byte[] body, String operation) {}

    private final Cache<String, CachedAnswer> answers;
    private final long largest;

    public AnswerCache(ExecutionConfig config) {
        long size = CacheSize.of(config.answerCache());
        this.answers = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String key, CachedAnswer answer) -> answer.body().length + OVERHEAD)
                .recordStats()
                .build();
        this.largest = size / LARGEST_SHARE;
    }

    /** The cache, for metrics. */
    public Cache<String, ?> cache() {
        return answers;
    }

    /** Returns the answer with this key, or null if it is not kept. */
    public @Nullable CachedAnswer get(String key) {
        return answers.getIfPresent(key);
    }

    /** Keeps an answer unless it is too large. */
    public void put(String key, CachedAnswer answer) {
        if (answer.body().length + OVERHEAD <= largest) {
            answers.put(key, answer);
        }
    }

    /** Drops all answers, because the dataset's revision has changed. */
    public void dropAll() {
        answers.invalidateAll();
    }
}
