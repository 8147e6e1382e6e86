package peel.importing.table;

import java.util.Optional;
import java.util.function.UnaryOperator;
import peel.change.ChangeKind;

/**
 * How the facts of a table are described in the log of changes: SQL expressions on a row {@code s} of the table or of its
 * staging table. What is not declared is null.
 */
public final class LoggedFacts {

    /** What a row says, in a few words, as an SQL expression. */
    public interface Said {
        /** @param column returns the SQL expression of a column's value */
        String of(UnaryOperator<String> column);
    }

    /** More observations of one metric in one file are one row of the log. */
    private static final int OBSERVATIONS = 100;

    /** More facts of another kind in one file are one row of the log. */
    private static final int FACTS = 1000;

    private final ChangeKind kind;
    private final String node;
    private final Said said;
    private String joins = "";
    private String force = "cast(null as uuid)";
    private String cycle = "null";
    private String questionKey = "cast(null as uuid)";
    private String questionCode = "null";
    private String metric = "cast(null as integer)";
    private String area = "0";
    private String subject = "null";
    private boolean corrected;
    private Optional<String> earlier = Optional.empty();

    private LoggedFacts(ChangeKind kind, String node, Said said) {
        this.kind = kind;
        this.node = node;
        this.said = said;
    }

    /**
     * Facts of one kind.
     *
     * @param node the key of what has an ID
     * @param said what a fact says; where that differs from before, both are logged
     */
    public static LoggedFacts of(ChangeKind kind, String node, Said said) {
        return new LoggedFacts(kind, node, said);
    }

    /** Joins tables that other expressions name. */
    public LoggedFacts joining(String tables) {
        joins = tables;
        return this;
    }

    public LoggedFacts aboutForce(String key) {
        force = key;
        return this;
    }

    public LoggedFacts inCycle(String code) {
        cycle = code;
        return this;
    }

    public LoggedFacts onQuestion(String key, String code) {
        questionKey = key;
        questionCode = code;
        return this;
    }

    /** Counts facts of a metric together if they are many; those of one area with the force of that area. */
    public LoggedFacts ofMetric(String key, String areaKey) {
        metric = key;
        area = areaKey;
        return this;
    }

    /** What the fact is about, where force, question and metric do not say it. */
    public LoggedFacts on(String words) {
        subject = words;
        return this;
    }

    /** Calls a fact that says something else than before corrected, not only changed. */
    public LoggedFacts corrected() {
        corrected = true;
        return this;
    }

    /** What was said before a new fact by an earlier one that it follows. */
    public LoggedFacts following(String words) {
        earlier = Optional.of(words);
        return this;
    }

    public ChangeKind kind() {
        return kind;
    }

    String node() {
        return node;
    }

    /** What a row of an alias says. */
    public String said(String alias) {
        return said(column -> alias + "." + column);
    }

    /** What a row says whose columns' values are these SQL expressions. */
    public String said(UnaryOperator<String> column) {
        return said.of(column);
    }

    String joins() {
        return joins;
    }

    String force() {
        return force;
    }

    String cycle() {
        return cycle;
    }

    String questionKey() {
        return questionKey;
    }

    String questionCode() {
        return questionCode;
    }

    String metric() {
        return metric;
    }

    String subject() {
        return subject;
    }

    boolean isCorrected() {
        return corrected;
    }

    Optional<String> earlier() {
        return earlier;
    }

    /** The most facts that are logged one by one. */
    int limit() {
        return kind == ChangeKind.OBSERVATION ? OBSERVATIONS : FACTS;
    }

    /** What facts are counted by if they are many, 0 for nothing, as the columns {@code part} and {@code place}. */
    public String parts() {
        return (kind == ChangeKind.OBSERVATION ? metric : "0") + " as part, " + area + " as place";
    }
}
