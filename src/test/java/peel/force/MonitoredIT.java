package peel.force;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MonitoredIT extends MonitoredTest {}
