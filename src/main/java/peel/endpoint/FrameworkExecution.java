package peel.endpoint;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * Leaves the framework's execution out of the native executable: the service has its own endpoint, and no request reaches the
 * framework's. The executable would contain two megabytes for it, most of them Protocol Buffers for Apollo's traces.
 */
@TargetClass(ExecutionService.class)
final class FrameworkExecution {

    @Substitute
    public void execute(
            JsonObject request, Map<String, Object> context, ExecutionResponseWriter writer, boolean asynchronously) {
        throw new UnsupportedOperationException("the framework's endpoint is not part of this executable");
    }
}
