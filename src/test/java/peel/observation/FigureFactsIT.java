package peel.observation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FigureFactsIT extends FigureFactsTest {}
