package peel.finding;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FindingOrderIT extends FindingOrderTest {}
