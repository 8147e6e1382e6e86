package peel.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ComparePageIT extends ComparePageTest {}
