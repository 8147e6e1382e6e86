package peel;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How much of the machine's processors a program gets beside everything else that runs there. */
final class CpuShare {

    private static final long MEASURED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private CpuShare() {}

    /** One thread for each processor counts for 200 ms. Returns the CPU time they got by the time that passed, 0 to 1. */
    static double measure() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            List<Future<Double>> shares = new ArrayList<>();
            for (int i = 0; i < processors; i++) {
                shares.add(threads.submit(CpuShare::ofThread));
            }
            double sum = 0;
            for (Future<Double> share : shares) {
                sum += share.get();
            }
            return Math.min(1, sum / processors);
        } finally {
            threads.shutdown();
        }
    }

    private static double ofThread() {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long now = begin;
        while (now - begin < MEASURED_NANOS) {
            now = System.nanoTime();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / (double) (now - begin);
    }
}
