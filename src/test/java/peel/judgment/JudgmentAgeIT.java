package peel.judgment;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class JudgmentAgeIT extends JudgmentAgeTest {}
