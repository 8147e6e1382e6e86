package peel.execution.memory;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How much memory requests and answers may take. */
@ConfigMapping(prefix = "peel.endpoint")
public interface MemoryConfig {

    /** The maximum size of an answer before it is compressed. Default: 8 MiB. */
    @WithDefault("8M")
    MemorySize maxAnswer();

    /**
     * The memory for bodies of requests that are being received, of all connections together. Default: a sixteenth of
     * the maximum heap.
     */
    Optional<MemorySize> maxReceiving();

    /** The memory for bodies of requests that one connection is sending. Default: 1 MiB. */
    @WithDefault("1M")
    MemorySize maxReceivingPerConnection();

    /**
     * The memory for answers that are being written or that clients have not read yet, of all connections together.
     * Default: an eighth of the maximum heap, but at least twice the maximum size of an answer.
     */
    Optional<MemorySize> maxSending();

    /** The memory for answers that one connection has not read yet. Default: 16 MiB. */
    @WithDefault("16M")
    MemorySize maxSendingPerConnection();
}
