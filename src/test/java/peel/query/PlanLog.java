package peel.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plans by which PostgreSQL executed statements, with what each of their steps really did, as
 * its extension auto_explain writes them into the server's log.
 */
final class PlanLog {

    /** What makes PostgreSQL write them, as settings of a database. */
    static final String SETTINGS =
            "session_preload_libraries=auto_explain,auto_explain.log_min_duration=0,auto_explain.log_analyze=on,"
                    + "auto_explain.log_timing=off,auto_explain.log_buffers=on,auto_explain.log_verbose=on,auto_explain.log_format=json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What {@link RevisionCheck} adds to a statement. */
    private static final Pattern ADDED = Pattern.compile(
            "^(select |select distinct )\\(select identity [^)]*\\) is not distinct from cast\\(\\$1 as uuid\\), ");

    /** What it puts around a statement without rows. */
    private static final Pattern AROUND =
            Pattern.compile(".* peel_revision left join \\((select |select distinct )true, (.*)\\) peel_rows on true");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\d");

    private final Path log;
    private long read;

    PlanLog(Path log) {
        this.log = log;
    }

    /** The plans since the last call. */
    List<Plan> next() throws IOException {
        List<Plan> plans = new ArrayList<>();
        StringBuilder json = null;
        for (String line : newText().split("\n")) {
            // What belongs to a message is indented by a tab; a plan begins on the line after.
            if (json != null && line.startsWith("\t")) {
                json.append(line).append('\n');
                continue;
            }
            if (json != null) {
                plans.add(new Plan(JSON.readTree(json.toString())));
            }
            json = line.endsWith("plan:") ? new StringBuilder() : null;
        }
        if (json != null) {
            plans.add(new Plan(JSON.readTree(json.toString())));
        }
        return plans;
    }

    private String newText() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - read)];
            file.seek(read);
            file.readFully(bytes);
            read += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /**
     * A plan that was executed.
     *
     * @param json as PostgreSQL tells it
     */
    record Plan(JsonNode json) {

        /** The statement. */
        String statement() {
            String text =
                    json.path("Query Text").asText().replaceAll("\\s+", " ").strip();
            Matcher around = AROUND.matcher(text);
            return around.matches()
                    ? around.group(1) + around.group(2).strip()
                    : ADDED.matcher(text).replaceFirst("$1");
        }

        /** How many rows it answers. */
        long rows() {
            return rows(root());
        }

        /**
         * How many rows it answers, or reads of all parts together where it makes a page from a
         * page of each part.
         */
        long rowsWithParts() {
            long[] most = {rows()};
            each(root(), node -> {
                if (joinsPages(node)) {
                    most[0] = Math.max(most[0], rows(node));
                }
            });
            return most[0];
        }

        /** How many blocks of tables and indexes it looked at. */
        long blocks() {
            return root().path("Shared Hit Blocks").asLong()
                    + root().path("Shared Read Blocks").asLong();
        }

        /** Those of some tables that it reads from one end to the other. */
        Set<String> wholly(Set<String> tables) {
            Set<String> found = new TreeSet<>();
            each(root(), node -> {
                if (node.path("Node Type").asText().endsWith("Seq Scan")
                        && tables.contains(node.path("Relation Name").asText())) {
                    found.add(node.path("Relation Name").asText());
                }
            });
            return found;
        }

        /** The indexes that it reads. */
        Set<String> indexes() {
            Set<String> found = new TreeSet<>();
            each(root(), node -> found.add(node.path("Index Name").asText()));
            return found;
        }

        /** Whether it is for all values of the statement's variables, if it has any. */
        boolean isKept() {
            // A plan doesn't tell a limit.
            String statement = statement().replaceAll("limit \\$\\d+", "");
            return !VARIABLE.matcher(statement).find()
                    || VARIABLE.matcher(root().toString()).find();
        }

        /** The most rows that are sorted at once, but for merging a page of each part. */
        long sorted() {
            long[] most = new long[1];
            each(root(), node -> {
                JsonNode input = node.path("Plans").path(0);
                if (node.path("Node Type").asText().equals("Sort") && !joinsPages(input)) {
                    most[0] = Math.max(most[0], input.path("Actual Rows").asLong());
                }
            });
            return most[0];
        }

        /** Whether a step puts pages together: it joins something with what is limited. */
        private static boolean joinsPages(JsonNode node) {
            boolean[] limited = new boolean[1];
            if (node.path("Node Type").asText().equals("Nested Loop")) {
                each(
                        node,
                        below -> limited[0] |= below.path("Node Type").asText().equals("Limit"));
            }
            return limited[0];
        }

        /** The same without what varies from time to time. */
        String shape() {
            Set<String> steps = new HashSet<>();
            StringBuilder shape = new StringBuilder();
            each(root(), node -> {
                String step =
                        node.path("Node Type").asText() + named(node, "Relation Name") + named(node, "Index Name");
                if (steps.add(step)) {
                    shape.append(shape.isEmpty() ? "" : ", ").append(step);
                }
            });
            return shape.toString();
        }

        private static String named(JsonNode node, String name) {
            return node.has(name) ? " " + node.get(name).asText() : "";
        }

        private JsonNode root() {
            return json.path("Plan");
        }

        private static long rows(JsonNode node) {
            return Math.round(node.path("Actual Rows").asDouble()
                    * node.path("Actual Loops").asDouble());
        }

        private static void each(JsonNode node, Consumer<JsonNode> visitor) {
            visitor.accept(node);
            node.path("Plans").forEach(below -> each(below, visitor));
        }
    }
}
