package peel.execution.memory;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Optional;
import peel.http.MemoryBudget;

/** The budgets of the process. */
@Singleton
public class MemoryBudgets {

    private static final int RECEIVING_SHARE = 16;
    private static final int SENDING_SHARE = 8;

    private final MemoryBudget receiving;
    private final MemoryBudget sending;
    private final long maxAnswer;

    public MemoryBudgets(MemoryConfig config) {
        long heap = Runtime.getRuntime().maxMemory();
        this.maxAnswer = config.maxAnswer().asLongValue();
        this.receiving = new MemoryBudget(
                size(config.maxReceiving(), heap / RECEIVING_SHARE),
                config.maxReceivingPerConnection().asLongValue());
        this.sending = new MemoryBudget(
                size(config.maxSending(), Math.max(heap / SENDING_SHARE, 2 * maxAnswer)),
                Math.max(config.maxSendingPerConnection().asLongValue(), maxAnswer));
    }

    private static long size(Optional<MemorySize> configured, long otherwise) {
        return configured.map(MemorySize::asLongValue).orElse(otherwise);
    }

    /** For bodies of requests that are not complete yet. */
    public MemoryBudget receiving() {
        return receiving;
    }

    /** For answers that are being written, or that their clients have not read yet. */
    public MemoryBudget sending() {
        return sending;
    }

    /** The maximum size of an answer in bytes, before it is compressed. */
    public long maxAnswer() {
        return maxAnswer;
    }
}
