package peel.judgment;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class JudgmentCountIT extends JudgmentCountTest {}
