package peel.force;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ForceConditionsIT extends ForceConditionsTest {}
