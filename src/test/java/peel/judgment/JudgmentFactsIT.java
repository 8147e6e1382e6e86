package peel.judgment;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class JudgmentFactsIT extends JudgmentFactsTest {}
