package peel.execution.level;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;

/**
 * Executes a query on the calling thread, all objects of a level at once. A field that an API method fetches is one
 * call for all objects of the level; graphql-java's own strategy needs a data loader, and two futures and an event for
 * each object. Only introspection is left to that strategy. The next events of a subscription are executed together in the
 * same way; the data of its result are {@link EventValues}.
 */
public final class LevelStrategy extends AsyncExecutionStrategy {

    /** The source of the root's fields, which are not fetched from an object. */
    private static final Object QUERY = new Object();

    /** The same for the events of a subscription. */
    private static final Object SUBSCRIPTION = new Object();

    /** After how many values the deadline is checked. */
    private static final int COMPLETED_PER_CHECK = 1_024;

    /** After so many errors, one failure of many objects is described for the first of them only. */
    private static final int DESCRIBED_ERRORS = 1_000;

    private final FieldErrors errors;

    public LevelStrategy(FieldErrors errors) {
        this.errors = errors;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        OperationPlan plan = context.getGraphQLContext().get(OperationPlan.class);
        ObjectSelection selection = plan.root(context.getCoercedVariables().toMap());
        Resumption resumption = context.getGraphQLContext().get(Resumption.class);
        if (resumption != null) {
            return CompletableFuture.completedFuture(new Run(context).events(selection, resumption));
        }
        ObjectValue root = new ObjectValue(selection, QUERY, null, 0, ObjectValue.NO_INDEX);
        MergedSelectionSet introspection = introspection(selection, parameters);
        if (introspection != null) {
            ExecutionResult result = super.execute(context, parameters.transform(some -> some.fields(introspection)))
                    .join();
            if (!(result.getData() instanceof Map<?, ?> values)) {
                return CompletableFuture.completedFuture(result);
            }
            for (int slot = 0; slot < root.size(); slot++) {
                if (selection.fields()[slot].isIntrospection()) {
                    root.set(slot, values.get(root.key(slot).getValue()));
                }
            }
        }
        Run run = new Run(context);
        run.execute(List.of(root));
        run.errors.addAll(context.getErrors());
        return CompletableFuture.completedFuture(ExecutionResultImpl.newExecutionResult()
                .data(root.isNull() ? null : root)
                .errors(run.errors)
                .build());
    }

    /** Of all introspected lists only the one of directives has more than the schema: those that mean nothing here. */
    @Override
    protected FieldValueInfo completeValueForList(
            ExecutionContext context, ExecutionStrategyParameters parameters, Object result) {
        boolean directives = parameters.getField().getName().equals("directives");
        return super.completeValueForList(
                context, parameters, directives ? SupportedDirectives.among((Iterable<?>) result) : result);
    }

    private static @Nullable MergedSelectionSet introspection(
            ObjectSelection root, ExecutionStrategyParameters parameters) {
        Map<String, MergedField> fields = new LinkedHashMap<>();
        for (SelectedField field : root.fields()) {
            if (field.isIntrospection()) {
                String key = field.responseKey.getValue();
                fields.put(key, parameters.getFields().getSubField(key));
            }
        }
        return fields.isEmpty()
                ? null
                : MergedSelectionSet.newMergedSelectionSet().subFields(fields).build();
    }

    /** The objects of a level with the same selection. */
    private record Group(ObjectSelection selection, List<ObjectValue> objects) {}

    private record GroupField(Group group, int slot) {

        SelectedField field() {
            return group.selection.fields()[slot];
        }
    }

    /** A call of a method; two aliases of a field share it if their arguments are equal. */
    private record Call(Fetcher.OfMany method, Map<String, @Nullable Object> arguments) {}

    /** The execution of one request. */
    private final class Run {

        private final ExecutionContext context;
        private final Deadline deadline;
        private int completed;

        /** Not those of the context, which copies its list for each further error. */
        private final List<GraphQLError> errors = new ArrayList<>();

        /** The objects whose fields the errors are of. */
        private final List<ObjectValue> failed = new ArrayList<>();

        private @Nullable Exception lastFailure;
        private Map<ObjectSelection, Group> next = new IdentityHashMap<>();
        private List<Group> inOrder = new ArrayList<>();

        Run(ExecutionContext context) {
            this.context = context;
            this.deadline = context.getGraphQLContext().get(Deadline.class);
        }

        void execute(List<ObjectValue> roots) {
            roots.forEach(root -> add(root, root.selection()));
            executeLevels();
        }

        ExecutionResult events(ObjectSelection selection, Resumption resumption) {
            // Validation requires one field, but @skip may leave it out.
            if (selection.fields().length != 1 || !(selection.fields()[0].fetcher instanceof Fetcher.OfEvents source)) {
                return failed(LevelStrategy.this.errors.of(
                        new BadUserInputException(
                                "A subscription must select one field; @skip or @include left it out."),
                        List.of(),
                        context.getOperationDefinition().getSourceLocation(),
                        Map.of()));
            }
            SelectedField field = selection.fields()[0];
            Map<String, @Nullable Object> arguments = new HashMap<>();
            List<ObjectValue> roots = new ArrayList<>();
            List<String> positions = new ArrayList<>();
            List<?> found;
            try {
                arguments.putAll(field.arguments(context.getCoercedVariables()));
                if (resumption.position() != null && field.hasArgument(Fetcher.OfEvents.SINCE)) {
                    arguments.put(Fetcher.OfEvents.SINCE, resumption.position());
                }
                deadline.check();
                found = source.next(arguments);
                for (Object event : found.subList(0, Math.min(found.size(), resumption.most()))) {
                    ObjectValue root = new ObjectValue(selection, SUBSCRIPTION, null, 0, ObjectValue.NO_INDEX);
                    complete(root, 0, event);
                    roots.add(root);
                    positions.add(source.positionAfter(event));
                }
            } catch (DeadlinePassedException e) {
                throw e;
            } catch (Exception e) {
                return failed(LevelStrategy.this.errors.of(
                        e, List.of(field.responseKey.getValue()), field.location(), arguments));
            }
            executeLevels();
            Map<ObjectValue, List<GraphQLError>> byEvent = new IdentityHashMap<>();
            for (int error = 0; error < errors.size(); error++) {
                byEvent.computeIfAbsent(failed.get(error).root(), root -> new ArrayList<>())
                        .add(errors.get(error));
            }
            List<EventValues.Event> events = new ArrayList<>();
            for (int i = 0; i < roots.size(); i++) {
                ObjectValue root = roots.get(i);
                events.add(new EventValues.Event(
                        positions.get(i), root.isNull() ? null : root, byEvent.getOrDefault(root, List.of())));
            }
            boolean more = found.size() > roots.size() || found.size() == Fetcher.OfEvents.MOST;
            return ExecutionResultImpl.newExecutionResult()
                    .data(new EventValues(events, more))
                    .errors(errors)
                    .build();
        }

        private ExecutionResult failed(GraphQLError error) {
            return ExecutionResultImpl.newExecutionResult()
                    .errors(List.of(error))
                    .build();
        }

        private void executeLevels() {
            while (!inOrder.isEmpty()) {
                List<Group> level = inOrder;
                inOrder = new ArrayList<>();
                next.clear();
                executeLevel(level);
            }
        }

        private void executeLevel(List<Group> level) {
            Map<Call, List<GroupField>> calls = new LinkedHashMap<>();
            for (Group group : level) {
                SelectedField[] fields = group.selection.fields();
                for (int slot = 0; slot < fields.length; slot++) {
                    SelectedField field = fields[slot];
                    if (field.fetcher instanceof Fetcher.OfOne property) {
                        readProperty(property, new GroupField(group, slot));
                    } else if (field.fetcher instanceof Fetcher.OfMany method) {
                        plan(method, new GroupField(group, slot), calls);
                    } else if (field.isTypename()) {
                        for (ObjectValue object : group.objects) {
                            object.set(slot, group.selection.type().getName());
                        }
                    }
                }
            }
            calls.forEach(this::call);
        }

        private void readProperty(Fetcher.OfOne property, GroupField of) {
            for (ObjectValue object : of.group.objects) {
                checkSometimes();
                try {
                    complete(object, of.slot, property.of(object.source()));
                } catch (DeadlinePassedException e) {
                    throw e;
                } catch (Exception e) {
                    fail(object, of.slot, ObjectValue.NO_INDEX, e, Map.of());
                }
            }
        }

        private void plan(Fetcher.OfMany method, GroupField of, Map<Call, List<GroupField>> calls) {
            try {
                Call call = new Call(method, of.field().arguments(context.getCoercedVariables()));
                calls.computeIfAbsent(call, another -> new ArrayList<>(1)).add(of);
            } catch (RuntimeException e) {
                failAll(List.of(of), e, Map.of());
            }
        }

        private void call(Call call, List<GroupField> fields) {
            List<Object> sources = new ArrayList<>();
            // Many objects refer to the same force or question, which is fetched once.
            Map<Object, Integer> places = new IdentityHashMap<>();
            for (GroupField field : fields) {
                for (ObjectValue object : field.group.objects) {
                    if (places.putIfAbsent(object.source(), sources.size()) == null) {
                        sources.add(object.source());
                    }
                }
            }
            List<?> values;
            // PostgreSQL cancels a single slow statement, but not a long sequence of fast ones.
            deadline.check();
            try {
                values = call.method.of(sources, call.arguments);
            } catch (DeadlinePassedException e) {
                throw e;
            } catch (Exception e) {
                failAll(fields, e, call.arguments);
                return;
            }
            for (GroupField field : fields) {
                for (ObjectValue object : field.group.objects) {
                    checkSometimes();
                    try {
                        int place = Objects.requireNonNull(places.get(object.source()));
                        complete(object, field.slot, values.get(place));
                    } catch (DeadlinePassedException e) {
                        throw e;
                    } catch (RuntimeException e) {
                        fail(object, field.slot, ObjectValue.NO_INDEX, e, call.arguments);
                    }
                }
            }
        }

        private void checkSometimes() {
            if (++completed % COMPLETED_PER_CHECK == 0) {
                deadline.check();
            }
        }

        private void complete(ObjectValue object, int slot, @Nullable Object value) {
            SelectedField field = object.selection().fields()[slot];
            if (value == null) {
                if (!field.nullable) {
                    throw new NullNotAllowedException();
                }
            } else if (field.list) {
                completeList(object, slot, (Collection<?>) value);
            } else {
                object.set(slot, completed(object, slot, ObjectValue.NO_INDEX, value));
            }
        }

        private void completeList(ObjectValue object, int slot, Collection<?> values) {
            SelectedField field = object.selection().fields()[slot];
            List<@Nullable Object> elements = new ArrayList<>(values.size());
            object.set(slot, elements);
            for (Object value : values) {
                int index = elements.size();
                checkSometimes();
                try {
                    if (value instanceof BadUserInputException failure) {
                        throw failure;
                    }
                    if (value == null && !field.elementsNullable) {
                        throw new NullNotAllowedException();
                    }
                    elements.add(value == null ? null : completed(object, slot, index, value));
                } catch (RuntimeException e) {
                    elements.add(null);
                    fail(object, slot, index, e, Map.of());
                }
            }
        }

        private Object completed(ObjectValue object, int slot, int index, Object value) {
            Completion completion = object.selection().fields()[slot].completion;
            if (completion instanceof Completion.Leaf leaf) {
                return leaf.serialize().apply(value);
            }
            ObjectSelection selection =
                    ((Completion.Composite) completion).selections().apply(value);
            ObjectValue child = new ObjectValue(selection, value, object, slot, index);
            add(child, selection);
            return child;
        }

        private void add(ObjectValue object, ObjectSelection selection) {
            next.computeIfAbsent(selection, of -> {
                        Group group = new Group(of, new ArrayList<>());
                        inOrder.add(group);
                        return group;
                    })
                    .objects
                    .add(object);
        }

        private void failAll(List<GroupField> fields, Exception failure, Map<String, @Nullable Object> arguments) {
            for (GroupField field : fields) {
                for (ObjectValue object : field.group.objects) {
                    fail(object, field.slot, ObjectValue.NO_INDEX, failure, arguments);
                }
            }
        }

        private void fail(
                ObjectValue object, int slot, int index, Exception failure, Map<String, @Nullable Object> arguments) {
            SelectedField field = object.selection().fields()[slot];
            boolean repeated = failure == lastFailure && errors.size() >= DESCRIBED_ERRORS;
            errors.add(
                    repeated
                            ? errors.get(errors.size() - 1)
                            : LevelStrategy.this.errors.of(
                                    failure, object.path(slot, index), field.location(), arguments));
            failed.add(object);
            lastFailure = failure;
            object.nullify(slot, index);
        }
    }
}
