package peel.endpoint.subscription;

import io.vertx.core.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import peel.endpoint.answer.Answer;
import peel.endpoint.answer.AnswerTerms;
import peel.endpoint.answer.Responder;
import peel.endpoint.request.ReceivedRequest;
import peel.endpoint.telemetry.Telemetry;
import peel.execution.BoundOperation;

/**
 * Finds out what an operation of a stream is: a query, which is executed, or a subscription. All of it happens on one event
 * loop, except for the execution.
 */
final class OperationRun {

    private static final Runnable NEVER_WAITS = () -> {};

    private final Responder.Decision decision;
    private final Telemetry.Request telemetry;
    private final Context eventLoop;
    private final long timeoutMillis;
    private final Consumer<Answer> whenAnswered;
    private long timer = -1;
    private boolean answered;

    /**
     * Prepares the run.
     *
     * @param whenAnswered called once, on the event loop, with the answer, after which {@link #subscription} may be asked
     */
    OperationRun(
            Responder responder,
            AnswerTerms terms,
            Telemetry.Request telemetry,
            Context eventLoop,
            long timeoutMillis,
            Consumer<Answer> whenAnswered) {
        this.decision = responder.new Decision(terms, telemetry);
        this.telemetry = telemetry;
        this.eventLoop = eventLoop;
        this.timeoutMillis = timeoutMillis;
        this.whenAnswered = whenAnswered;
    }

    /** The subscription that the request asks for, null if the request has its only answer. */
    @Nullable BoundOperation subscription() {
        return decision.subscription();
    }

    void begin(ReceivedRequest received) {
        Answer atOnce = decision.answerAtOnce(received, NEVER_WAITS);
        if (atOnce != null) {
            answer(atOnce);
            return;
        }
        timer = eventLoop.owner().setTimer(timeoutMillis, id -> answer(decision.timeout()));
        eventLoop.executeBlocking(decision::execute, false).onComplete(done -> {
            decision.end();
            answer(done.succeeded() ? done.result() : decision.failure(done.cause()));
        });
    }

    private void answer(Answer answer) {
        if (answered) {
            return;
        }
        answered = true;
        if (timer >= 0) {
            eventLoop.owner().cancelTimer(timer);
        }
        telemetry.answered(answer.status(), answer.outcome(), answer.cachedOperation(), answer.codes());
        whenAnswered.accept(answer);
    }
}
