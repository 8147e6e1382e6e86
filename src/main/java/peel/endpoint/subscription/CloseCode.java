package peel.endpoint.subscription;

/** Why a WebSocket is closed: codes of RFC 6455 and of the graphql-transport-ws protocol. */
enum CloseCode {
    /** The service stops, or the connection was open for as long as it may be. Clients connect again. */
    GOING_AWAY(1001),
    /** A message is not one of the protocol. */
    INVALID_MESSAGE(4400),
    /** An operation comes before {@code connection_init}. */
    UNAUTHORIZED(4401),
    /** The client speaks another protocol. */
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    /** {@code connection_init} does not come. */
    INITIALISATION_TIMEOUT(4408),
    /** An operation has the id of another one. */
    SUBSCRIBER_EXISTS(4409),
    /** {@code connection_init} comes twice. */
    TOO_MANY_INITIALISATIONS(4429);

    private final short code;

    CloseCode(int code) {
        this.code = (short) code;
    }

    short code() {
        return code;
    }
}
