package peel.health;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DatabaseUnavailableIT extends DatabaseUnavailableTest {}
