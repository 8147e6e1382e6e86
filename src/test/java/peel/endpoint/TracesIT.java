package peel.endpoint;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TracesIT extends TracesTest {}
