package peel.error;

/** The values of {@code extensions.code} in errors. They are part of the API: clients match them. */
public final class ErrorCode {

    public static final String BAD_REQUEST = "BAD_REQUEST";
    public static final String BAD_USER_INPUT = "BAD_USER_INPUT";
    public static final String GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED";
    public static final String GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED";
    public static final String OPERATION_RESOLUTION_FAILURE = "OPERATION_RESOLUTION_FAILURE";
    public static final String METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED";
    public static final String NOT_ACCEPTABLE = "NOT_ACCEPTABLE";
    public static final String NOT_FOUND = "NOT_FOUND";
    public static final String UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE";
    public static final String CROSS_SITE_REQUEST = "CROSS_SITE_REQUEST";
    public static final String UNKNOWN_HOST = "UNKNOWN_HOST";
    public static final String WEBSOCKET_NOT_SUPPORTED = "WEBSOCKET_NOT_SUPPORTED";

    public static final String BODY_TOO_LARGE = "BODY_TOO_LARGE";
    public static final String ANSWER_TOO_LARGE = "ANSWER_TOO_LARGE";
    public static final String TOKEN_TOO_LONG = "TOKEN_TOO_LONG";
    public static final String TOO_MANY_TOKENS = "TOO_MANY_TOKENS";
    public static final String TOO_MANY_DIRECTIVES = "TOO_MANY_DIRECTIVES";
    public static final String TOO_MANY_ALIASES = "TOO_MANY_ALIASES";
    public static final String TOO_MANY_ROOT_FIELDS = "TOO_MANY_ROOT_FIELDS";
    public static final String TOO_MANY_REPETITIONS = "TOO_MANY_REPETITIONS";
    public static final String TOO_MANY_FIELDS = "TOO_MANY_FIELDS";
    public static final String TOO_MANY_ERRORS = "TOO_MANY_ERRORS";
    public static final String TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS";
    public static final String QUERY_TOO_DEEP = "QUERY_TOO_DEEP";
    public static final String QUERY_TOO_COMPLEX = "QUERY_TOO_COMPLEX";
    public static final String INTROSPECTION_TOO_DEEP = "INTROSPECTION_TOO_DEEP";
    public static final String INTROSPECTION_TOO_COMPLEX = "INTROSPECTION_TOO_COMPLEX";
    public static final String INTROSPECTION_DISABLED = "INTROSPECTION_DISABLED";
    public static final String REQUEST_TIMEOUT = "REQUEST_TIMEOUT";
    public static final String TIMEOUT = "TIMEOUT";

    public static final String PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND";
    public static final String PERSISTED_QUERY_NOT_SUPPORTED = "PERSISTED_QUERY_NOT_SUPPORTED";
    public static final String PERSISTED_QUERY_HASH_MISMATCH = "PERSISTED_QUERY_HASH_MISMATCH";
    public static final String UNTRUSTED_DOCUMENT = "UNTRUSTED_DOCUMENT";

    public static final String SERVICE_UNAVAILABLE = "SERVICE_UNAVAILABLE";
    public static final String INTERNAL = "INTERNAL";

    private ErrorCode() {}
}
