package peel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import peel.bench.Model.Cell;
import peel.bench.Model.Force;
import peel.bench.Model.ForceConnection;
import peel.bench.Model.Judgment;
import peel.bench.Model.JudgmentMatrix;
import peel.bench.Model.MatrixRow;
import peel.bench.Model.Observation;
import peel.bench.Model.ObservationConnection;
import peel.bench.Model.ObservationFilter;
import peel.bench.Model.PageInfo;
import peel.bench.Model.Question;
import peel.bench.Model.RankedObservation;
import peel.bench.Model.SortDirection;
import reactor.core.publisher.Mono;

/** The fields that aren't components of their records. */
@Controller
class Fields {

    private static final String SEPARATOR = "\u001f";

    /** A force's judgments in a cycle, or in all. */
    private record JudgmentsKey(UUID force, String cycle) {}

    private final Database database;

    Fields(Database database, BatchLoaderRegistry loaders) {
        this.database = database;
        // Batch mappings take no arguments.
        loaders.<JudgmentsKey, List<Judgment>>forName("judgments")
                .registerMappedBatchLoader((keys, environment) -> Mono.just(judgments(keys)));
    }

    // Queries ------------------------------------------------------------------------------------------------------

    @QueryMapping
    Force force(@Argument String name) {
        return database.forceNamed(name).stream().findFirst().orElse(null);
    }

    @QueryMapping
    ForceConnection forces(@Argument Integer first, @Argument String after) {
        int size = pageSize(first);
        String beyond =
                after == null ? null : new String(Base64.getUrlDecoder().decode(after), UTF_8).split(SEPARATOR)[1];
        List<Force> rows = database.forcesByName(beyond, size + 1);
        List<Force> nodes = rows.size() > size ? rows.subList(0, size) : rows;
        return new ForceConnection(
                nodes, pageInfo(rows, size, force -> String.join(SEPARATOR, "name", force.name())));
    }

    @QueryMapping
    JudgmentMatrix judgmentMatrix(@Argument String cycle, @Argument LocalDate asOf) {
        List<Question> questions = database.questionsOfCycle(cycle);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("There is no cycle " + cycle + ".");
        }
        Map<UUID, Integer> columns = new HashMap<>();
        questions.forEach(question -> columns.put(question.id(), columns.size()));
        Map<UUID, Cell[]> cells = new HashMap<>();
        for (Cell judgment : database.judgmentsOfCycle(cycle, asOf)) {
            cells.computeIfAbsent(judgment.forceId(), force -> new Cell[questions.size()])[
                            columns.get(judgment.questionId())] =
                    judgment;
        }
        List<MatrixRow> rows =
                database.forces().stream()
                        .map(
                                force ->
                                        new MatrixRow(
                                                force,
                                                Arrays.asList(
                                                        cells.getOrDefault(
                                                                force.id(), new Cell[questions.size()]))))
                        .toList();
        return new JudgmentMatrix(questions, rows);
    }

    @QueryMapping
    List<RankedObservation> ranking(
            @Argument String metric,
            @Argument LocalDate at,
            @Argument String dimension,
            @Argument SortDirection direction) {
        List<Observation> rows = database.ranked(metric, at, dimension, direction == SortDirection.ASCENDING);
        if (dimension == null && rows.stream().map(Observation::dimension).distinct().count() > 1) {
            throw new IllegalArgumentException(metric + " has several dimensions on " + at + ", say which.");
        }
        return ranked(rows);
    }

    @QueryMapping
    ObservationConnection observations(@Argument ObservationFilter filter, @Argument Integer first) {
        int size = pageSize(first);
        LocalDate from = filter.from() == null ? LocalDate.of(1, 1, 1) : filter.from();
        List<Observation> rows = database.observationPage(areaKeys(filter.area()), from, size + 1);
        List<Observation> nodes = rows.size() > size ? rows.subList(0, size) : rows;
        return new ObservationConnection(
                nodes,
                pageInfo(
                        rows,
                        size,
                        row ->
                                String.join(
                                        SEPARATOR,
                                        "metric",
                                        String.valueOf(row.metricId()),
                                        String.valueOf(row.areaId()),
                                        row.endsOn().toString(),
                                        row.id().toString())));
    }

    // Relations ----------------------------------------------------------------------------------------------------

    @SchemaMapping
    CompletableFuture<List<Judgment>> judgments(
            Force force, @Argument String cycle, DataLoader<JudgmentsKey, List<Judgment>> judgments) {
        return judgments.load(new JudgmentsKey(force.id(), cycle));
    }

    private Map<JudgmentsKey, List<Judgment>> judgments(Set<JudgmentsKey> keys) {
        Map<String, List<UUID>> forcesByCycle = new HashMap<>();
        Map<JudgmentsKey, List<Judgment>> lists = new HashMap<>();
        for (JudgmentsKey key : keys) {
            forcesByCycle.computeIfAbsent(key.cycle(), cycle -> new ArrayList<>()).add(key.force());
            lists.put(key, new ArrayList<>());
        }
        forcesByCycle.forEach(
                (cycle, forces) ->
                        database.judgmentsOfForces(forces, cycle)
                                .forEach(row -> lists.get(new JudgmentsKey(row.forceId(), cycle)).add(row)));
        return lists;
    }

    @BatchMapping
    List<List<Observation>> organisedCrimeGroupCounts(List<Force> forces) {
        Map<UUID, List<Observation>> byForce = new HashMap<>();
        database.groupCountsOfForces(forces.stream().map(Force::id).toList())
                .forEach(row -> byForce.computeIfAbsent(row.key(), k -> new ArrayList<>()).add(row.observation()));
        return forces.stream().map(force -> byForce.getOrDefault(force.id(), List.of())).toList();
    }

    @BatchMapping
    List<Observation> comparator(List<Observation> observations) {
        Map<UUID, Observation> bySubject = new HashMap<>();
        database.comparators(observations.stream().map(Observation::id).toList())
                .forEach(row -> bySubject.put(row.key(), row.observation()));
        return observations.stream().map(observation -> bySubject.get(observation.id())).toList();
    }

    // Pages and rankings -------------------------------------------------------------------------------------------

    private static int pageSize(Integer first) {
        int size = first == null ? 50 : first;
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("first is 1 to 100.");
        }
        return size;
    }

    private static <T> PageInfo pageInfo(List<T> rows, int size, Function<T, String> cursorOf) {
        if (rows.isEmpty()) {
            return new PageInfo(false, null);
        }
        byte[] cursor = cursorOf.apply(rows.get(Math.min(size, rows.size()) - 1)).getBytes(UTF_8);
        return new PageInfo(rows.size() > size, Base64.getUrlEncoder().withoutPadding().encodeToString(cursor));
    }

    private List<Integer> areaKeys(List<String> names) {
        Map<String, Integer> known = database.areasNamed(names);
        return names.stream()
                .map(
                        name ->
                                known.containsKey(name)
                                        ? known.get(name)
                                        : database.areaOfForce(
                                                database.forceNamed(name).stream()
                                                        .findFirst()
                                                        .orElseThrow(
                                                                () ->
                                                                        new IllegalArgumentException(
                                                                                "There is no area " + name + "."))
                                                        .id()))
                .toList();
    }

    /** The row of the latest baseline for each area, with ranks from 1; equal values share one. */
    private static List<RankedObservation> ranked(List<Observation> rows) {
        Map<Integer, LocalDate> newest = new HashMap<>();
        for (Observation row : rows) {
            if (row.baselineFrom() != null) {
                newest.merge(row.areaId(), row.baselineFrom(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Set<Integer> seen = new HashSet<>();
        List<RankedObservation> places = new ArrayList<>();
        int rank = 0;
        BigDecimal before = null;
        for (Observation row : rows) {
            if (!Objects.equals(row.baselineFrom(), newest.get(row.areaId())) || !seen.add(row.areaId())) {
                continue;
            }
            BigDecimal value = row.value();
            if (value != null && (before == null || before.compareTo(value) != 0)) {
                rank = places.size() + 1;
            }
            before = value;
            places.add(new RankedObservation(value == null ? null : rank, row));
        }
        return places;
    }
}
