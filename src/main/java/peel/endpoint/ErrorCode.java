package peel.endpoint;

import peel.error.BadUserInputException;

/** The values of {@code extensions.code}. */
final class ErrorCode {

    static final String BAD_REQUEST = "BAD_REQUEST";
    static final String BAD_USER_INPUT = BadUserInputException.CODE;
    static final String GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED";
    static final String GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED";
    static final String OPERATION_RESOLUTION_FAILURE = "OPERATION_RESOLUTION_FAILURE";
    static final String METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED";
    static final String NOT_ACCEPTABLE = "NOT_ACCEPTABLE";
    static final String NOT_FOUND = "NOT_FOUND";
    static final String UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE";
    static final String CROSS_SITE_REQUEST = "CROSS_SITE_REQUEST";
    static final String WEBSOCKET_NOT_SUPPORTED = "WEBSOCKET_NOT_SUPPORTED";

    static final String BODY_TOO_LARGE = "BODY_TOO_LARGE";
    static final String TOO_MANY_TOKENS = "TOO_MANY_TOKENS";
    static final String TOO_MANY_DIRECTIVES = "TOO_MANY_DIRECTIVES";
    static final String TOO_MANY_ALIASES = "TOO_MANY_ALIASES";
    static final String TOO_MANY_ROOT_FIELDS = "TOO_MANY_ROOT_FIELDS";
    static final String TOO_MANY_REPETITIONS = "TOO_MANY_REPETITIONS";
    static final String TOO_MANY_FIELDS = "TOO_MANY_FIELDS";
    static final String TOO_MANY_ERRORS = "TOO_MANY_ERRORS";
    static final String TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS";
    static final String QUERY_TOO_DEEP = "QUERY_TOO_DEEP";
    static final String QUERY_TOO_COMPLEX = "QUERY_TOO_COMPLEX";
    static final String INTROSPECTION_TOO_DEEP = "INTROSPECTION_TOO_DEEP";
    static final String INTROSPECTION_TOO_COMPLEX = "INTROSPECTION_TOO_COMPLEX";
    static final String INTROSPECTION_DISABLED = "INTROSPECTION_DISABLED";
    static final String REQUEST_TIMEOUT = "REQUEST_TIMEOUT";
    static final String TIMEOUT = "TIMEOUT";

    static final String PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND";
    static final String PERSISTED_QUERY_NOT_SUPPORTED = "PERSISTED_QUERY_NOT_SUPPORTED";
    static final String PERSISTED_QUERY_HASH_MISMATCH = "PERSISTED_QUERY_HASH_MISMATCH";
    static final String UNTRUSTED_DOCUMENT = "UNTRUSTED_DOCUMENT";

    static final String SERVICE_UNAVAILABLE = "SERVICE_UNAVAILABLE";
    static final String INTERNAL = "INTERNAL";

    private ErrorCode() {}
}
