package peel.execution.level;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the events of a field of {@code Subscription} by its API method. The position of an event is the value of its
 * field {@code position}, or of {@code state} if every state of the data is one event.
 */
final class EventFetcher implements Fetcher.OfEvents {

    private final MethodFetcher method;
    private final PropertyFetcher position;

    EventFetcher(Operation operation, Schema model) {
        method = MethodFetcher.ofQuery(operation, model);
        Type type = Objects.requireNonNull(
                model.getTypes().get(operation.getReference().getName()));
        Map<String, Field> fields = type.getFields();
        Field field = fields.containsKey("position") ? fields.get("position") : fields.get("state");
        position = new PropertyFetcher(Objects.requireNonNull(field), type.getClassName());
    }

    @Override
    public List<?> next(Map<String, @Nullable Object> arguments) throws Exception {
        return method.events(arguments);
    }

    @Override
    public String positionAfter(Object event) throws Exception {
        return (String) Objects.requireNonNull(position.of(event));
    }
}
