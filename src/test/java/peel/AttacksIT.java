package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peel.report.RealSizeReport;
import peel.report.StoredReports;

/** Attacks on one packaged service with a small heap, each beside a normal client that must not notice much of it. */
@EnabledIf("peel.LaunchedService#isPackaged")
@DisabledIfSystemProperty(named = "peel.attacks.skip", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksIT {

    private static final long ATTACK_MILLIS = 2_000;
    private static final long RECOVERY_MILLIS = 2_000;

    /** A client notices what takes longer, on a machine that nobody else uses. */
    private static final long SLOW_MILLIS = 1_000;

    /** What is not measured beyond: a machine that others use so much says nothing about the service. */
    private static final double SMALLEST_SHARE = 0.2;

    private static final int ATTEMPTS = 3;

    private static final long HEAP_GROWTH = 10_000_000;
    private static final long RESIDENT_GROWTH = 64_000_000;

    private ScratchDatabase database;
    private LaunchedService service;
    private int port;
    private int tlsPort;
    private Probe probe;

    /** Null for a native executable. */
    private JMXConnector management;

    static Stream<Attacks.Attack> attacks() {
        String chosen = System.getProperty("peel.attack", "");
        return Attacks.ALL.stream().filter(attack -> attack.name().contains(chosen));
    }

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        database = ScratchDatabase.prepared("attacks");
        port = LaunchedService.freePort();
        tlsPort = LaunchedService.freePort();
        TestCertificate certificate = TestCertificate.create(directory);
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_SSL_PORT", Integer.toString(tlsPort),
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", certificate.certificate().toString(),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", certificate.key().toString());
        // With the optimizing compiler, as in operation.
        String[] options = LaunchedService.isNative()
                ? new String[] {"-Xmx256m"}
                : new String[] {"-Xmx256m", "-XX:TieredStopAtLevel=4"};
        service = LaunchedService.run(directory, port, database.environment(environment), options);
        service.awaitReady();
        if (!LaunchedService.isNative()) {
            management = manage(service.pid());
        }
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, RealSizeReport.of("kent").reading());
        }
        probe = new Probe(port);
        // Until the probe's own path is compiled.
        probe.during(TimeUnit.SECONDS.toMillis(5));
        try (AttackClient client = new AttackClient(port, tlsPort)) {
            Attacks.measure(client);
            // Until the service has compiled what the attacks run through.
            for (Attacks.Attack attack : Attacks.ALL) {
                strikeOnce(attack, client);
            }
        }
        System.out.printf(
                "%-50s | %8s %8s %8s %9s | %8s | %9s | %7s | %s%n",
                "attack", "p50 ms", "p95 ms", "worst ms", "requests", "after ms", "MB more", "strikes", "CPU");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void servesOthersDuringTheAttackAndIsAsBefore(Attacks.Attack attack) throws Exception {
        List<String> faults = faults(attack);
        for (int attempt = 1; attempt < ATTEMPTS && !faults.isEmpty(); attempt++) {
            System.out.println(faults);
            // The compiler of the JVM may have used the machine: a fault of the service is there again.
            faults = faults(attack);
        }
        assertEquals(List.of(), faults, attack.name());
    }

    private List<String> faults(Attacks.Attack attack) throws Exception {
        try {
            return faultsOf(attack);
        } catch (HttpTimeoutException e) {
            return List.of(e + " for the metrics after the attack");
        }
    }

    private List<String> faultsOf(Attacks.Attack attack) throws Exception {
        int errorsBefore = errors().size();
        long memory = memory();
        double share = CpuShare.measure();
        Probe.Times before = probe.during(300);
        List<AttackClient> clients = new ArrayList<>();
        ExecutorService attackers = Executors.newFixedThreadPool(attack.clients());
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ATTACK_MILLIS);
        AtomicInteger strikes = new AtomicInteger();
        for (int i = 0; i < attack.clients(); i++) {
            AttackClient client = new AttackClient(port, tlsPort);
            clients.add(client);
            attackers.submit(() -> {
                while (System.nanoTime() < end) {
                    strikeOnce(attack, client);
                    strikes.incrementAndGet();
                }
            });
        }
        Probe.Times during = probe.during(ATTACK_MILLIS);
        attackers.shutdownNow();
        clients.forEach(AttackClient::close);
        long normal = normal(share, before);
        long recovered = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RECOVERY_MILLIS);
        Probe.Times after;
        do {
            after = probe.during(300);
        } while (after.percentile(95) > normal && System.nanoTime() < recovered);
        // Not between the probe's requests: a collection stops the service.
        recovered = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RECOVERY_MILLIS);
        long growth;
        do {
            growth = memory() - memory;
        } while (growth > mostGrowth() && System.nanoTime() < recovered);
        share = Math.min(share, CpuShare.measure());
        System.out.printf(
                "%-50s | %8d %8d %8d %9d | %8d | %9.1f | %7d | %.2f%n",
                attack.name(),
                during.percentile(50),
                during.percentile(95),
                during.percentile(100),
                during.count(),
                after.percentile(95),
                growth / 1e6,
                strikes.get(),
                share);
        List<String> faults =
                new ArrayList<>(errors().stream().skip(errorsBefore).limit(3).toList());
        if (during.percentile(95) > slow(share)) {
            faults.add(during + " during the attack");
        }
        if (after.percentile(95) > normal(share, before)) {
            faults.add(after + " after the attack, " + before + " before");
        }
        if (growth > mostGrowth()) {
            faults.add(growth + " bytes more are in use");
        }
        return faults;
    }

    /** What a client notices if the service and its attackers get only this share of the machine. */
    private static long slow(double share) {
        return (long) (SLOW_MILLIS / Math.max(SMALLEST_SHARE, share));
    }

    private static long normal(double share, Probe.Times before) {
        return Math.max(slow(share) / 4, 4 * before.percentile(95));
    }

    private static void strikeOnce(Attacks.Attack attack, AttackClient client) {
        try {
            attack.strike().at(client);
        } catch (Exception refused) {
            // As it may be.
        }
    }

    private static long mostGrowth() throws IOException {
        return LaunchedService.isNative() ? RESIDENT_GROWTH : HEAP_GROWTH;
    }

    private List<String> errors() throws IOException {
        return service.output().stream()
                .filter(line -> line.contains(" ERROR ") || line.contains("OutOfMemoryError"))
                .toList();
    }

    /** Live heap after a collection; for a native executable, resident memory. */
    private long memory() throws Exception {
        if (LaunchedService.isNative()) {
            return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                    .sum();
        }
        // References that only a collection clears are gone after the second one.
        collect();
        Thread.sleep(200);
        collect();
        return metrics()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String metrics() throws Exception {
        try {
            return service.get("/q/metrics").body();
        } catch (HttpTimeoutException e) {
            // So that whoever reads the log of this test sees what the service was waiting for.
            printThreads();
            throw e;
        }
    }

    /** Connects once, because each jcmd would be one more virtual machine that starts. */
    private static JMXConnector manage(long pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
        try {
            return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
    }

    private void collect() throws Exception {
        ManagementFactory.getPlatformMXBean(management.getMBeanServerConnection(), MemoryMXBean.class)
                .gc();
    }

    private void printThreads() throws Exception {
        Process control = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.pid()),
                        "Thread.print")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, control.waitFor());
    }

    @AfterAll
    void stop() throws Exception {
        if (management != null) {
            management.close();
        }
        service.close();
        database.close();
    }
}
