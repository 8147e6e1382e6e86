package peel.execution.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLNamedOutputType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The weights of all fields, declared in {@code weights.csv}: {@code Type.field,size,bytes,call,each}, see {@link
 * FieldWeight}; an empty cell is 0. A field of an interface is declared there, not for each type that implements it.
 * {@code WeightsFileTest} fails if a field has no weight, and measures the weights again.
 */
public final class FieldWeights {

    /** The first line of the file. */
    public static final String HEADER = "field,size,bytes,call,each";

    // Read while a native executable is built, so that the executable does not need the file.
    private static final Map<String, FieldWeight> DECLARED = read();

    /** So that the weight of a new field can be measured. */
    private static final FieldWeight UNDECLARED = new FieldWeight(10, 100, 1_000, 10);

    private FieldWeights() {}

    /** The declared weights by {@code Type.field}. */
    public static Map<String, FieldWeight> declared() {
        return DECLARED;
    }

    /**
     * Returns the name under which a field's weight is declared: that of an interface if the type has the field from
     * one.
     */
    public static String nameOf(GraphQLFieldsContainer type, String field) {
        return inherited(type, field).orElseGet(() -> type.getName() + "." + field);
    }

    /** Returns the weight of a field. */
    static FieldWeight of(GraphQLFieldsContainer type, String field) {
        return DECLARED.getOrDefault(nameOf(type, field), UNDECLARED);
    }

    private static Optional<String> inherited(GraphQLFieldsContainer type, String field) {
        if (type instanceof GraphQLImplementingType implementing) {
            for (GraphQLNamedOutputType wider : implementing.getInterfaces()) {
                if (((GraphQLFieldsContainer) wider).getFieldDefinition(field) != null) {
                    return Optional.of(nameOf((GraphQLFieldsContainer) wider, field));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, FieldWeight> read() {
        try (InputStream file = Objects.requireNonNull(FieldWeights.class.getResourceAsStream("/weights.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            Map<String, FieldWeight> weights = new HashMap<>();
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",", -1);
                weights.put(
                        cells[0],
                        new FieldWeight(number(cells[1]), number(cells[2]), number(cells[3]), number(cells[4])));
            });
            return Map.copyOf(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }
}
