package peel.reading.fact;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Compares the facts that are read from files with those of a report's text, and prints a table. */
final class ComparedReports {

    private ComparedReports() {}

    /** The text of the report, then the files. */
    public static void main(String[] args) {
        Set<String> expected = TransformedReports.read(Path.of(args[0])).facts();
        System.out.printf("%-60s %5s %5s %5s %5s %7s%n", expected.size() + " facts", "right", "wrong", "lost", "held", "remarks");
        int wrongs = 0;
        for (int i = 1; i < args.length; i++) {
            Path file = Path.of(args[i]);
            TransformedReports.Outcome read = TransformedReports.read(file);
            Set<String> wrong = new TreeSet<>(read.facts());
            wrong.removeAll(expected);
            Set<String> lost = new TreeSet<>(expected);
            lost.removeAll(read.facts());
            wrongs += wrong.size();
            System.out.printf(
                    "%-60s %5d %5d %5d %5d %7d%s%n",
                    file.getParent().getFileName() + "/" + file.getFileName(),
                    expected.size() - lost.size(),
                    wrong.size(),
                    lost.size(),
                    read.heldBack(),
                    read.remarks(),
                    read.refused() ? " refused: " + read.refusal() : "");
            if (System.getProperty("show") != null) {
                wrong.forEach(fact -> System.out.println("   wrong " + fact));
                if (!read.refused()) {
                    lost.stream().limit(Integer.getInteger("show")).forEach(fact -> System.out.println("   lost  " + fact));
                }
            }
        }
        System.exit(wrongs > 0 ? 1 : 0);
    }
}
