package peel;

import static peel.AttackClient.document;
import static peel.AttackClient.get;
import static peel.AttackClient.head;
import static peel.AttackClient.join;
import static peel.AttackClient.post;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peel.endpoint.persisted.DocumentHash;

/**
 * The attacks that the service must withstand while it serves others. To add one, add a line: its name, how many clients
 * repeat it, and what each of them does until the attack ends.
 */
final class Attacks {

    /**
     * An attack.
     *
     * @param clients how many repeat it at the same time
     */
    record Attack(String name, int clients, Strike strike) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** What one client does again and again. */
    interface Strike {
        void at(AttackClient service) throws Exception;
    }

    private static final String REPORT = "report(force: \"kent\", cycle: \"2015\", pillar: EFFECTIVENESS)";
    private static final String DIGITS = "9".repeat(250_000);

    static final List<Attack> ALL = List.of(
            // Headers
            header("Accept-Encoding: a<7,900 blanks>b", "Accept-Encoding: a" + " ".repeat(7_900) + "b"),
            header("Accept: a<7,900 blanks>b", "Accept: a" + " ".repeat(7_900) + "b"),
            header("Content-Type: a;<7,900 blanks>b", "Content-Type: a;" + " ".repeat(7_900) + "b"),
            header("Accept with 2,600 elements", "Accept: " + "a;,".repeat(2_600)),
            header("If-None-Match with 4,000 elements", "If-None-Match: " + ",".repeat(4_000)),
            header("Accept-Encoding: 19,000 blanks", "Accept-Encoding: a" + " ".repeat(19_000) + "b"),
            new Attack("no Host", 4, at -> at.exchange("GET / HTTP/1.1\r\n\r\n".getBytes())),

            // Connections
            new Attack("2,400 bodies that never end", 8, at -> {
                if (at.open() < 300) {
                    at.hold(join(
                            head(
                                    "POST /graphql HTTP/1.1",
                                    "Content-Type: application/json\r\nContent-Length: 262144\r\n"),
                            new byte[262_000]));
                    Thread.sleep(3);
                } else {
                    Thread.sleep(20);
                }
            }),
            new Attack("5,000 heads that never end", 4, at -> {
                if (at.open() < 1_250) {
                    at.hold(25, "GET /graphql HTTP/1.1\r\nHost: localhost\r\nX: ".getBytes());
                    Thread.sleep(10);
                } else {
                    at.send(new byte[] {'x'});
                    Thread.sleep(200);
                }
            }),
            new Attack("5,000 large heads that never end", 4, at -> {
                if (at.open() < 1_250) {
                    at.hold(25, ("GET /" + "a".repeat(16_000) + " HTTP/1.1\r\nX: " + "b".repeat(7_000)).getBytes());
                    Thread.sleep(10);
                } else {
                    Thread.sleep(200);
                }
            }),
            new Attack("5,000 idle connections", 4, at -> {
                if (at.open() < 1_250) {
                    at.hold(25, new byte[0]);
                    Thread.sleep(10);
                } else {
                    Thread.sleep(200);
                }
            }),
            new Attack("pipelined requests, answers unread", 8, at -> {
                byte[] requests =
                        join(Collections.nCopies(1_000, get("{__typename}")).toArray(new byte[0][]));
                if (at.open() < 50) {
                    at.hold(requests);
                } else {
                    at.send(requests);
                    Thread.sleep(50);
                }
            }),
            new Attack("70,000 HTTP/2 streams", 1, at -> at.openStreamsWithoutTls(70_000)),
            new Attack("70,000 HTTP/2 streams with TLS", 2, at -> at.openStreams(70_000)),

            // Answers
            new Attack(
                    "a report's text in each passage",
                    16,
                    at -> at.exchange(
                            document("{" + REPORT + "{sections{passages{report{" + aliases(15, "text") + "}}}}}"))),
            new Attack("7 MB, read", 8, at -> at.exchange(document(large(at)))),
            new Attack("7 MB, unread on many connections", 4, at -> {
                if (at.open() < 25) {
                    at.hold(document(large(at)));
                } else {
                    Thread.sleep(50);
                }
            }),
            new Attack("1 MB from memory, unread on many connections", 4, at -> {
                if (at.open() < 200) {
                    at.hold(document("{" + REPORT + "{" + aliases(10, "text") + "}}"));
                } else {
                    Thread.sleep(50);
                }
            }),
            new Attack("clients that hang up without reading", 8, at -> at.hangUp(document(large(at)))),
            new Attack("scripts of GraphiQL, unread on many connections", 4, at -> {
                if (at.open() < 200) {
                    at.hold(head("GET " + at.script() + " HTTP/1.1"));
                } else {
                    Thread.sleep(50);
                }
            }),
            new Attack(
                    "scripts of GraphiQL, compressed",
                    4,
                    at -> at.exchange(head("GET " + at.script() + " HTTP/1.1", "Accept-Encoding: gzip\r\n"))),
            new Attack("the schema's file", 4, at -> at.exchange(head("GET /graphql/schema.graphql HTTP/1.1"))),

            // Operations
            new Attack(
                    "a search's cursor with a rank of 1e-100000000",
                    8,
                    at -> at.exchange(document(
                            "{search(text:\"police\",after:\"" + cursor("1e-100000000") + "\"){totalCount}}"))),
            new Attack(
                    "20 searches that exclude 100 words",
                    8,
                    at -> at.exchange(document("{"
                            + searches(IntStream.range(0, 100)
                                    .mapToObj(i -> "-x" + i)
                                    .collect(Collectors.joining(" "))) + "}"))),
            new Attack(
                    "20 searches that exclude 19 words",
                    8,
                    at -> at.exchange(document("{"
                            + searches(IntStream.range(0, 19)
                                    .mapToObj(i -> "-x" + i)
                                    .collect(Collectors.joining(" "))) + "}"))),
            new Attack(
                    "observations with everything",
                    8,
                    at -> at.exchange(document("query Q" + at.random.nextInt(1_000_000) + "{"
                            + aliases(
                                    20,
                                    i -> "observations(first: " + (80 + i) + ")",
                                    "{nodes{id value from to metric{name definition} area{name} source{file url publication{title}}}}")
                            + "}"))),
            new Attack(
                    "pages of pages",
                    4,
                    at -> at.exchange(document(
                            "{forces(first:100){nodes{judgments{force{judgments{force{judgments{grade}}}}}}}}"))),
            new Attack(
                    "100 errors in each of 50 fields",
                    4,
                    at -> at.exchange(document("{forces(first:100){nodes{"
                            + aliases(50, i -> "observations(metric: [\"x" + i + "\"])", "{value}") + "}}}"))),

            // Documents
            new Attack("an id of 250,000 digits", 4, at -> at.exchange(document("{node(id:" + DIGITS + "){id}}"))),
            new Attack(
                    "a page of 250,000 digits",
                    4,
                    at -> at.exchange(document("{forces(first:" + DIGITS + "){totalCount}}"))),
            new Attack(
                    "a decimal of 250,000 digits",
                    4,
                    at -> at.exchange(document("{forces(first:0." + DIGITS + "){totalCount}}"))),
            new Attack("a name of 250,000 letters", 4, at -> at.exchange(document("{" + "a".repeat(250_000) + "}"))),
            new Attack(
                    "a block string of 120,000 lines",
                    4,
                    at -> at.exchange(document("{node(id:\"\"\"" + "\n".repeat(120_000) + "\"\"\"){id}}"))),
            new Attack(
                    "numbers of 250,000 digits as variables",
                    4,
                    at -> at.exchange(post(
                            "{\"query\":\"query($n:Int,$i:ID!){forces(first:$n){totalCount} node(id:$i){id}}\",\"variables\":{\"n\":"
                                    + DIGITS + ",\"i\":" + "1" + "}}"))),
            new Attack(
                    "huge exponents as variables",
                    4,
                    at -> at.exchange(
                            post(
                                    "{\"query\":\"query($n:Int,$i:ID!){forces(first:$n){totalCount} node(id:$i){id}}\",\"variables\":{\"n\":1e999999999,\"i\":1e-999999999}}"))),
            new Attack(
                    "an id of 250,000 letters",
                    4,
                    at -> at.exchange(post("{\"query\":\"query($i:ID!){node(id:$i){id}}\",\"variables\":{\"i\":\""
                            + "a".repeat(250_000) + "\"}}"))),
            new Attack(
                    "a cursor of 250,000 letters",
                    4,
                    at -> at.exchange(
                            post("{\"query\":\"query($c:String){forces(after:$c){totalCount}}\",\"variables\":{\"c\":\""
                                    + "a".repeat(250_000) + "\"}}"))),
            new Attack(
                    "4,000 names of JSON fields, new ones each time",
                    4,
                    at -> at.exchange(post("{"
                            + IntStream.range(0, 4_000)
                                    .mapToObj(i ->
                                            "\"" + Long.toHexString(at.random.nextLong()) + "x".repeat(30) + "\":1")
                                    .collect(Collectors.joining(","))
                            + "}"))),
            new Attack(
                    "long names of JSON fields, new ones each time",
                    4,
                    at -> at.exchange(post("{\""
                            + Long.toHexString(at.random.nextLong()) + "x".repeat(45_000) + "\":1,\""
                            + Long.toHexString(at.random.nextLong()) + "y".repeat(45_000) + "\":1}"))),
            new Attack("JSON that nests 100,000 deep", 4, at -> at.exchange(post("[".repeat(100_000)))),
            new Attack(
                    "1,000 variables",
                    4,
                    at -> at.exchange(document("query Q" + at.random.nextInt(1_000_000) + "("
                            + IntStream.range(0, 1_000)
                                    .mapToObj(i -> "$v" + i + ":Int")
                                    .collect(Collectors.joining(","))
                            + "){__typename}"))),
            new Attack(
                    "700 fragments that nobody uses",
                    4,
                    at -> at.exchange(document("{__typename}"
                            + IntStream.range(0, 700)
                                    .mapToObj(
                                            i -> " fragment f" + i + "x" + at.random.nextInt(1_000) + " on Force{name}")
                                    .collect(Collectors.joining())))),
            new Attack(
                    "900 fields that do not exist",
                    4,
                    at -> at.exchange(document("{cycles{"
                            + IntStream.range(0, 900)
                                    .mapToObj(i -> "f" + at.random.nextInt(1_000_000))
                                    .collect(Collectors.joining(" "))
                            + "}}"))),
            new Attack(
                    "2,000 ids that are none",
                    4,
                    at -> at.exchange(document("{nodes(ids:[" + "\"x\" ".repeat(2_000) + "]){id}}"))),
            new Attack(
                    "fragments that double",
                    4,
                    at -> at.exchange(document("{cycles{...f0}}"
                            + IntStream.range(0, 30)
                                    .mapToObj(i -> " fragment f%d on Cycle {...f%d ...f%d}".formatted(i, i + 1, i + 1))
                                    .collect(Collectors.joining())
                            + " fragment f30 on Cycle {code}"))),
            new Attack(
                    "introspection in circles",
                    4,
                    at -> at.exchange(document("{__schema{types{fields{type{fields{type{fields{name}}}}}}}}"))),
            new Attack(
                    "the whole schema by introspection",
                    4,
                    at -> at.exchange(
                            document(
                                    "query Q" + at.random.nextInt(1_000_000)
                                            + "{__schema{types{name description fields(includeDeprecated:true){name description args{name description"
                                            + " type{name kind ofType{name kind ofType{name}}}} type{name kind ofType{name kind ofType{name}}}}}}}"))),
            new Attack(
                    "250 KB of comments", 4, at -> at.exchange(document("#" + "x".repeat(250_000) + "\n{__typename}"))),
            new Attack("250 KB of commas", 4, at -> at.exchange(document("{__typename" + ",".repeat(250_000) + "}"))),
            new Attack("persisted documents of 200 KB", 4, at -> {
                String text = "{__typename" + " ".repeat(200_000) + "}#" + at.random.nextLong();
                at.exchange(post("{\"query\":\"" + text
                        + "\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\""
                        + DocumentHash.of(text) + "\"}}}"));
            }));

    private Attacks() {}

    private static Attack header(String name, String header) {
        byte[] request = header.startsWith("Content-Type")
                ? head("POST /graphql HTTP/1.1", "Content-Length: 2\r\n", header + "\r\n")
                : head("GET /graphql?query=%7B__typename%7D HTTP/1.1", header + "\r\n");
        return new Attack(name, 4, at -> at.exchange(request));
    }

    /** A cursor as the service writes it, for the search for {@code police}, with another rank. */
    private static String cursor(String rank) {
        String key = "search " + Integer.toHexString("'polic'".hashCode());
        String text = String.join("\u001f", key, rank, "00000000-0000-0000-0000-000000000000");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }

    private static String searches(String excluded) {
        return aliases(20, i -> "search(text:\"police " + excluded + " -y" + i + "\")", "{totalCount nodes{text}}");
    }

    /** The largest answer that is admitted, with a name of its own so that it is never in memory. */
    private static String large(AttackClient at) {
        return "query Q" + at.random.nextInt(1_000_000) + "{" + REPORT + "{" + aliases(texts, "text") + "}}";
    }

    private static int texts = 50;

    /** Finds how often the text of a report may be asked for. */
    static void measure(AttackClient service) throws Exception {
        while (!service.ask(document(large(service))).contains(" 200")
                || service.ask(post(
                                "{\"query\":\"" + large(service).replace("\"", "\\\"") + "\"}",
                                "Accept: application/graphql-response+json\r\n"))
                        .contains(" 400")) {
            texts--;
        }
    }

    private static String aliases(int times, String field) {
        return aliases(times, i -> field, "");
    }

    private static String aliases(int times, IntFunction<String> field, String selection) {
        return IntStream.range(0, times)
                .mapToObj(i -> "a" + i + ":" + field.apply(i) + selection)
                .collect(Collectors.joining(" "));
    }
}
