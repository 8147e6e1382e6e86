package peel.graphiql;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class GraphiqlIT extends GraphiqlTest {}
