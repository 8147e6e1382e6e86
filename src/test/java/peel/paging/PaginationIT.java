package peel.paging;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PaginationIT extends PaginationTest {}
