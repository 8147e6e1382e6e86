package peel.query;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ColumnGroupIT extends ColumnGroupTest {}
