package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate of 127.0.0.1 that it signed itself.
 *
 * @param store contains it under {@link #ALIAS}
 * @param certificate in PEM
 * @param key its private key in PEM
 */
record TestCertificate(KeyStore store, Path certificate, Path key) {

    static final String ALIAS = "tls";
    private static final String PASSWORD = "changeit";

    /** Creates a certificate and its files in a folder. */
    static TestCertificate create(Path directory) throws Exception {
        return create(directory, "ip:127.0.0.1");
    }

    /**
     * Creates a certificate of another host and its files in a folder.
     *
     * @param host such as {@code dns:database.example}
     */
    static TestCertificate create(Path directory, String host) throws Exception {
        Path file = directory.resolve("tls.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, PASSWORD.toCharArray());
        }
        return new TestCertificate(
                made,
                writePem(
                        directory.resolve("tls.crt"),
                        "CERTIFICATE",
                        made.getCertificate(ALIAS).getEncoded()),
                writePem(
                        directory.resolve("tls.key"),
                        "PRIVATE KEY",
                        made.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
    }

    /** What a server needs that presents the certificate. */
    SSLContext serverContext() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static Path writePem(Path file, String what, byte[] bytes) throws Exception {
        return Files.writeString(
                file,
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(bytes)));
    }
}
