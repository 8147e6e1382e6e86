package peel.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** How operations are executed. The endpoint's other keys are in the packages that use them. */
@ConfigMapping(prefix = "peel.endpoint")
public interface ExecutionConfig {

    /**
     * The maximum cost of an operation. One unit of cost pays for a byte of the answer and for an eighth of a
     * microsecond of CPU time, so that the default means 8 MB and one second. Default: 8,000,000.
     */
    @WithDefault("8000000")
    long maxCost();

    /** The maximum number of errors in an answer; the others are left out. Default: 50. */
    @WithDefault("50")
    int maxErrors();

    /**
     * How long a request may take to arrive, and then to be answered. PostgreSQL cancels a statement, and the service
     * stops waiting for a connection, after the same time. Default: 10 s, set in {@code application.properties}.
     */
    Duration timeout();

    /** The maximum number of requests executed at the same time; further ones are refused. Default: 64. */
    @WithDefault("64")
    int maxConcurrentRequests();

    /**
     * The maximum cost of all operations that are executed at the same time, those below a hundredth of {@code max-cost}
     * not counted; further ones are refused. Default: four times {@code max-cost}, or less if the heap is small.
     */
    OptionalLong maxConcurrentCost();

    /**
     * How long the dataset's revision counts as known after PostgreSQL last confirmed it. No cached answer is older
     * than this, even if the connection that watches the revision is lost unnoticed. Default: 5 s.
     */
    @WithDefault("5s")
    Duration revisionBound();

    /**
     * How far a standby may be behind its primary before the service is no longer ready. Requests are still answered.
     * Default: no limit.
     */
    Optional<Duration> maxStandbyLag();

    /**
     * The memory for cached answers; 0 turns the cache off. Default: 16 MiB, or a 64th of the maximum heap if that is
     * less.
     */
    Optional<MemorySize> answerCache();
}
