package peel.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import peel.execution.level.ObjectValue;

/** Writes results as JSON, straight from the objects of the execution. */
@ApplicationScoped
public class AnswerWriter {

    /** For answers of errors only, whose number and lengths are bounded. */
    private static final IntConsumer UNBOUNDED = length -> {};

    // Decimals keep the form of the source: 63.0, never 6.3E+1.
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * Writes the result of an execution, errors first so that they are seen.
     *
     * @param growth is told the length of each part of the answer before it is kept; may throw to end the writing
     */
    public byte[] write(List<GraphQLError> errors, @Nullable Object data, IntConsumer growth) {
        return write(growth, generator -> {
            generator.writeStartObject();
            writeErrors(generator, errors);
            generator.writeFieldName("data");
            writeValue(generator, data);
            generator.writeEndObject();
        });
    }

    /** Writes an answer without data. */
    public byte[] write(List<GraphQLError> errors) {
        return write(UNBOUNDED, generator -> {
            generator.writeStartObject();
            writeErrors(generator, errors);
            generator.writeEndObject();
        });
    }

    /** Writes only the list of errors. */
    public byte[] writeList(List<GraphQLError> errors) {
        return write(UNBOUNDED, generator -> {
            generator.writeStartArray();
            for (GraphQLError error : errors) {
                writeError(generator, error);
            }
            generator.writeEndArray();
        });
    }

    private static void writeErrors(JsonGenerator generator, List<GraphQLError> errors) throws IOException {
        if (errors.isEmpty()) {
            return;
        }
        generator.writeArrayFieldStart("errors");
        for (GraphQLError error : errors) {
            writeError(generator, error);
        }
        generator.writeEndArray();
    }

    // graphql-java would add its own classification.
    private static void writeError(JsonGenerator generator, GraphQLError error) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("message", error.getMessage());
        if (error.getLocations() != null && !error.getLocations().isEmpty()) {
            generator.writeArrayFieldStart("locations");
            for (SourceLocation location : error.getLocations()) {
                generator.writeStartObject();
                generator.writeNumberField("line", location.getLine());
                generator.writeNumberField("column", location.getColumn());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
        if (error.getPath() != null) {
            generator.writeFieldName("path");
            writeValue(generator, error.getPath());
        }
        generator.writeFieldName("extensions");
        writeValue(generator, error.getExtensions());
        generator.writeEndObject();
    }

    private static void writeValue(JsonGenerator generator, @Nullable Object value) throws IOException {
        if (value instanceof ObjectValue object) {
            generator.writeStartObject();
            for (int field = 0; field < object.size(); field++) {
                generator.writeFieldName(object.key(field));
                writeValue(generator, object.value(field));
            }
            generator.writeEndObject();
        } else if (value instanceof Map<?, ?> object) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                generator.writeFieldName((String) entry.getKey());
                writeValue(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                writeValue(generator, element);
            }
            generator.writeEndArray();
        } else if (value == null) {
            generator.writeNull();
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else {
            // Text, and dates in ISO form.
            generator.writeString(value.toString());
        }
    }

    private interface Content {
        void write(JsonGenerator generator) throws IOException;
    }

    private byte[] write(IntConsumer growth, Content content) {
        AnswerBytes bytes = new AnswerBytes(growth);
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            content.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.all();
    }
}
