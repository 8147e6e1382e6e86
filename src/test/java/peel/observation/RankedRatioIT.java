package peel.observation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RankedRatioIT extends RankedRatioTest {}
