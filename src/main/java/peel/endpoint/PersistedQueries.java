package peel.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the document of a request that names it: by a hash that a client registered before
 * (automatic persisted queries), or among the trusted documents, beside which nothing runs then.
 */
@ApplicationScoped
class PersistedQueries {

    /** What an entry takes beside its text. */
    private static final int OVERHEAD = 250;

    private final boolean enabled;
    private final TrustedDocuments trusted;
    private final Cache<String, String> registered;

    PersistedQueries(EndpointConfig config, TrustedDocuments trusted) {
        this.enabled = config.persistedQueries();
        this.trusted = trusted;
        this.registered = Caffeine.newBuilder()
                .maximumWeight(config.persistedQueryCache().asLongValue())
                .weigher((String hash, String text) -> 2 * text.length() + OVERHEAD)
                .recordStats()
                .build();
    }

    /** For metrics. */
    Cache<String, ?> cache() {
        return registered;
    }

    /**
     * The request with its document.
     *
     * @throws RefusedRequestException if the request is malformed
     * @throws RefusedOperationException if the document isn't known or isn't allowed
     */
    GraphQLRequest resolve(GraphQLRequest request) {
        String hash = hash(request.extensions().get("persistedQuery"));
        if (trusted.areRequired()) {
            return request.with(trusted(request, hash));
        }
        if (request.documentId() != null) {
            throw new RefusedOperationException(
                    ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
                    "There are no documents with ids here: documentId was given.");
        }
        if (hash == null) {
            if (request.query() == null || request.query().isBlank()) {
                throw new RefusedRequestException(
                        400, ErrorCode.BAD_REQUEST, "There is no query: \"query\" has to hold one.");
            }
            return request;
        }
        if (request.query() != null) {
            return register(request, hash);
        }
        if (!enabled) {
            throw new RefusedOperationException(ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
        }
        String text = registered.getIfPresent(hash);
        if (text == null) {
            // Clients know both by the message.
            throw new RefusedOperationException(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
        }
        return request.with(text);
    }

    private GraphQLRequest register(GraphQLRequest request, String hash) {
        String actual = sha256(request.query());
        if (!actual.equals(hash)) {
            throw new RefusedOperationException(
                    ErrorCode.PERSISTED_QUERY_HASH_MISMATCH,
                    "provided sha does not match query: given %s, the query's SHA-256 is %s.".formatted(hash, actual));
        }
        if (enabled) {
            registered.put(hash, request.query());
        }
        return request;
    }

    private String trusted(GraphQLRequest request, String hash) {
        String text = null;
        if (request.documentId() != null) {
            text = trusted.get(request.documentId());
        } else if (hash != null) {
            text = trusted.get(hash);
        } else if (request.query() != null) {
            text = trusted.get(sha256(request.query()));
        }
        if (text == null) {
            throw new RefusedOperationException(
                    ErrorCode.UNTRUSTED_DOCUMENT,
                    "Only trusted documents run here: name one by documentId or by its SHA-256.");
        }
        return text;
    }

    private static String hash(Object extension) {
        if (extension == null) {
            return null;
        }
        if (extension instanceof Map<?, ?> fields
                && fields.get("sha256Hash") instanceof String hash
                && fields.get("version") instanceof Number version
                && version.intValue() == 1) {
            return hash.toLowerCase(Locale.ROOT);
        }
        throw new RefusedRequestException(
                400,
                ErrorCode.BAD_REQUEST,
                "extensions.persistedQuery has to be {\"version\": 1, \"sha256Hash\": \"...\"}.");
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(EntityTags.sha256().digest(text.getBytes(UTF_8)));
    }
}
