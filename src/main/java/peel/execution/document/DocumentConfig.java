package peel.execution.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** Which documents are accepted. */
@ConfigMapping(prefix = "peel.endpoint")
public interface DocumentConfig {

    /**
     * Whether clients may read the schema, by introspection and as the file {@code /graphql/schema.graphql}. Default:
     * true.
     */
    @WithDefault("true")
    boolean introspection();

    /** The maximum number of tokens in a document. Default: 5,000. */
    @WithDefault("5000")
    int maxTokens();

    /** The maximum number of directives in a document. Default: 50. */
    @WithDefault("50")
    int maxDirectives();

    /** The maximum depth of nested fields, introspection excluded. Default: 12. */
    @WithDefault("12")
    int maxDepth();

    /**
     * The maximum depth of nested fields below {@code __schema} and {@code __type}. GraphiQL needs 15. Default: 20.
     */
    @WithDefault("20")
    int maxIntrospectionDepth();

    /** The maximum number of aliases in an operation; those of a fragment count at each spread. Default: 50. */
    @WithDefault("50")
    int maxAliases();

    /** The maximum number of fields at the root of an operation. Default: 20. */
    @WithDefault("20")
    int maxRootFields();

    /** How often one selection set may select a field under the same response name. Default: 10. */
    @WithDefault("10")
    int maxRepetitions();

    /** The maximum number of fields in an operation; those of a fragment count at each spread. Default: 1,000. */
    @WithDefault("1000")
    int maxFields();

    /**
     * The expected number of elements of a list that is not paginated, by {@code Type.field}, for the cost of an
     * operation. Defaults are in {@code weights.csv}.
     */
    Map<String, Integer> listSizes();

    /**
     * The memory for parsed documents, estimated from their text. Default: 16 MiB, or a 64th of the maximum heap if that
     * is less.
     */
    Optional<MemorySize> documentCache();
}
