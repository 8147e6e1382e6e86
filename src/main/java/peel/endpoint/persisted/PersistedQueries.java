package peel.endpoint.persisted;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.endpoint.request.ReceivedRequest;
import peel.endpoint.request.RefusedRequestException;
import peel.error.ErrorCode;
import peel.error.Quotation;
import peel.execution.GraphQLRequest;
import peel.execution.error.RefusedOperationException;

/**
 * Finds the document of a request: in the request, by a hash that a client registered before (automatic persisted
 * queries), or among the trusted documents. If there are trusted documents, no others are accepted.
 */
@ApplicationScoped
public class PersistedQueries {

    /** Estimated bytes of an entry in addition to its text. */
    private static final int OVERHEAD = 250;

    private final boolean enabled;
    private final TrustedDocuments trusted;
    private final Cache<String, String> registered;

    public PersistedQueries(PersistedConfig config, TrustedDocuments trusted) {
        this.enabled = config.persistedQueries();
        this.trusted = trusted;
        this.registered = Caffeine.newBuilder()
                .maximumWeight(config.persistedQueryCache().asLongValue())
                .weigher((String hash, String text) -> 2 * text.length() + OVERHEAD)
                .recordStats()
                .build();
    }

    /** The cache of registered documents, for metrics. */
    public Cache<String, ?> cache() {
        return registered;
    }

    /**
     * Returns the request with its document.
     *
     * @throws RefusedRequestException if the request is malformed
     * @throws RefusedOperationException if the document is unknown or not allowed
     */
    public GraphQLRequest resolve(ReceivedRequest request) {
        String hash = hash(request.extensions().get("persistedQuery"));
        if (trusted.areRequired()) {
            return request.with(trusted(request, hash));
        }
        if (request.documentId() != null) {
            throw new RefusedOperationException(
                    ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
                    "\"documentId\" is not supported, because the service has no trusted documents; send \"query\".");
        }
        if (hash == null) {
            if (request.query() == null || request.query().isBlank()) {
                throw new RefusedRequestException(
                        400, ErrorCode.BAD_REQUEST, "\"query\" is missing or empty; it must be a GraphQL document.");
            }
            return request.with(request.query());
        }
        if (request.query() != null) {
            return register(request, request.query(), hash);
        }
        if (!enabled) {
            throw new RefusedOperationException(ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
        }
        String text = registered.getIfPresent(hash);
        if (text == null) {
            // Clients recognize both by the message.
            throw new RefusedOperationException(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
        }
        return request.with(text);
    }

    private GraphQLRequest register(ReceivedRequest request, String query, String hash) {
        String actual = DocumentHash.of(query);
        if (!actual.equals(hash)) {
            throw new RefusedOperationException(
                    ErrorCode.PERSISTED_QUERY_HASH_MISMATCH,
                    "provided sha does not match query: \"%s\" was provided; the SHA-256 of \"query\" is %s."
                            .formatted(Quotation.of(hash), actual));
        }
        if (enabled) {
            registered.put(hash, query);
        }
        return request.with(query);
    }

    private String trusted(ReceivedRequest request, @Nullable String hash) {
        String text = null;
        if (request.documentId() != null) {
            text = trusted.get(request.documentId());
        } else if (hash != null) {
            text = trusted.get(hash);
        } else if (request.query() != null) {
            text = trusted.get(DocumentHash.of(request.query()));
        }
        if (text == null) {
            throw new RefusedOperationException(
                    ErrorCode.UNTRUSTED_DOCUMENT,
                    "The service executes trusted documents only; name one by \"documentId\" or by its SHA-256.");
        }
        return text;
    }

    private static @Nullable String hash(@Nullable Object extension) {
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
                "\"extensions.persistedQuery\" must be {\"version\": 1, \"sha256Hash\": \"...\"}.");
    }
}
