package peel.endpoint.subscription;

/** Who gets the events of a subscription. All methods are called on any thread, and must not wait. */
interface Subscriber {

    /** Sends the page, and then calls {@link Page#isRead} and {@link Subscription#proceed}. */
    void next(Page page);

    /**
     * Sends the errors because of which the subscription has ended.
     *
     * @param answer the errors as an answer
     * @param errors only the list of errors
     */
    void fail(byte[] answer, byte[] errors);

    /** Ends the connection at once, because its client does not read. */
    void disconnect();
}
