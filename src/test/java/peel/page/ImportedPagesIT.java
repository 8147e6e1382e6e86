package peel.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ImportedPagesIT extends ImportedPagesTest {}
