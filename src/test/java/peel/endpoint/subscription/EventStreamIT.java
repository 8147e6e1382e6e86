package peel.endpoint.subscription;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EventStreamIT extends EventStreamTest {}
