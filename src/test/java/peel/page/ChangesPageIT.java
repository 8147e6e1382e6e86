package peel.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ChangesPageIT extends ChangesPageTest {}
