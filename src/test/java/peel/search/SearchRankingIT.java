package peel.search;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SearchRankingIT extends SearchRankingTest {}
