package peel.error;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BadInputIT extends BadInputTest {}
