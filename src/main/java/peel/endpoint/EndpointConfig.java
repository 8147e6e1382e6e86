package peel.endpoint;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The GraphQL endpoint: what it takes, what it refuses, what it remembers. */
@ConfigMapping(prefix = "peel.endpoint")
public interface EndpointConfig {

    /**
     * Whether clients may ask for the schema: by introspection and as the file {@code
     * /graphql/schema.graphql}.
     */
    @WithDefault("true")
    boolean introspection();

    /** The largest body of a POST. */
    @WithDefault("256K")
    MemorySize maxBody();

    /** The most tokens of a document. */
    @WithDefault("5000")
    int maxTokens();

    /** The most directives of a document. */
    @WithDefault("50")
    int maxDirectives();

    /** How deep fields may nest; introspection is counted apart. */
    @WithDefault("12")
    int maxDepth();

    /** How deep fields may nest below {@code __schema} and {@code __type}; GraphiQL needs 15. */
    @WithDefault("20")
    int maxIntrospectionDepth();

    /** The most aliases of an operation, those of fragments counted at each spread. */
    @WithDefault("50")
    int maxAliases();

    /** The most fields at an operation's root. */
    @WithDefault("20")
    int maxRootFields();

    /** How often one selection set may select the same field under the same name. */
    @WithDefault("10")
    int maxRepetitions();

    /** The most fields of an operation, those of fragments counted at each spread. */
    @WithDefault("1000")
    int maxFields();

    /**
     * The most values that an operation may ask for: each field counts once for each object it can
     * be of, pages as large as asked for (50 unless told), other lists as {@link #listSizes} has
     * them.
     */
    @WithDefault("100000")
    long maxCost();

    /** How many elements a list is taken to have that is no page, by {@code Type.field}. */
    Map<String, Integer> listSizes();

    /** How many elements a list is taken to have that {@link #listSizes} doesn't name. */
    @WithDefault("10")
    int listSize();

    /** The most errors of an answer. */
    @WithDefault("50")
    int maxErrors();

    /**
     * How long a request may take: to arrive, and then to be answered. PostgreSQL stops a statement
     * after the same time, and a connection of the pool is waited for no longer: the default is in
     * application.properties, for both.
     */
    Duration timeout();

    /** The most requests that are executed at once; more are refused at once. */
    @WithDefault("64")
    int maxConcurrentRequests();

    /** How long a request may take until it is logged as slow. */
    @WithDefault("1s")
    Duration slowOperation();

    /**
     * How many operation names metrics tell apart, those first seen; all others are {@code other}.
     * Names of trusted documents are not limited.
     */
    @WithDefault("100")
    int metricsOperations();

    /** How much memory parsed documents may take, estimated from their text. */
    @WithDefault("16M")
    MemorySize documentCache();

    /**
     * How much memory answers may take that are kept for the next who asks the same; 0 for none.
     */
    @WithDefault("16M")
    MemorySize answerCache();

    /**
     * For how long the dataset's revision counts as known after PostgreSQL last confirmed it. An
     * answer is never older than this, even if the connection that watches the revision is lost
     * without a sign.
     */
    @WithDefault("5s")
    Duration revisionBound();

    /** For how long clients and caches on the way may use an answer without asking again. */
    @WithDefault("0s")
    Duration maxAge();

    /** Whether clients may register operations by their hash (automatic persisted queries). */
    @WithDefault("true")
    boolean persistedQueries();

    /** How much memory registered operations may take; the least used are forgotten. */
    @WithDefault("4M")
    MemorySize persistedQueryCache();

    /**
     * A file (JSON: ids and documents, Relay's or Apollo's manifest) or a folder of {@code
     * .graphql} files. If given, only operations from there run, by id, name or SHA-256.
     */
    Optional<Path> trustedDocuments();
}
