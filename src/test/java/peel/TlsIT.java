package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import peel.testing.Eventually;

/** The packaged service with a certificate. */
@EnabledIf("peel.LaunchedService#isPackaged")
class TlsIT {

    @TempDir
    Path directory;

    @Test
    void answersOnTheTlsPortToo() throws Exception {
        TestCertificate made = TestCertificate.create(directory);
        String port = Integer.toString(LaunchedService.freePort());
        try (ScratchDatabase database = ScratchDatabase.prepared("tls");
                LaunchedService service = LaunchedService.run(
                        directory,
                        database.environment(Map.of(
                                "QUARKUS_HTTP_SSL_PORT",
                                port,
                                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES",
                                made.certificate().toString(),
                                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES",
                                made.key().toString())))) {
            service.awaitReady();
            HttpClient client = trusting(made.store());
            HttpRequest question = HttpRequest.newBuilder(URI.create(
                            "https://127.0.0.1:" + port + "/graphql?query=%7Bforce(name:%22GMP%22)%7Bname%7D%7D"))
                    .header("Accept", "application/json")
                    .build();
            // The TLS port may open later than the port that reported readiness.
            Eventually.holds(() -> isOpen(client, question));
            assertEquals(
                    "{\"data\":{\"force\":{\"name\":\"Greater Manchester Police\"}}}",
                    client.send(question, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    private static boolean isOpen(HttpClient client, HttpRequest question) throws Exception {
        try {
            client.send(question, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static HttpClient trusting(KeyStore made) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", made.getCertificate(TestCertificate.ALIAS));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
