package peel.download;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DownloadIT extends DownloadTest {}
