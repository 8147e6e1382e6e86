package peel.connection;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RepeatedRequestsIT extends RepeatedRequestsTest {}
