package peel.finding;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FindingCountIT extends FindingCountTest {}
