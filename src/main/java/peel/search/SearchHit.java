package peel.search;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.finding.Finding;
import peel.force.Force;
import peel.query.ColumnGroup;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Selection;
import peel.question.Cycle;
import peel.question.Question;
import peel.report.ReportPassage;

@Description("Passage of a current report, or finding, that matches a search.")
public class SearchHit {

    // Ranks are millionths, so that a cursor holds exactly the value that is compared. Subqueries select what is not
    // needed for the order, since PostgreSQL executes these only for the rows of the page. Hits are counted where they
    // are ranked: to find them again took a sixth of PostgreSQL's time for a search. "offset 0" keeps their words out
    // of the count.
    public static final String MATCHES = """
            (select r.id, r.kind,
                    coalesce((select p.text from report_passage p where p.id = r.id),
                             (select f.text from finding f where f.id = r.id)) as text,
                    coalesce((select array[p.line_from, p.line_to, p.page] from report_passage p where p.id = r.id),
                             (select array[f.source_line_from, f.source_line_to, f.source_page]
                              from finding f where f.id = r.id)) as place,
                    r.force_id, r.question_id, r.rank_order, r.hits, cast(:marks as text) as marks
             from (
                select m.*, count(*) over () as hits
                from (
                    select e.id, e.kind, e.force_id, e.question_id,
                           - cast(1000000 * ts_rank_cd(e.words, q, 1) as bigint) as rank_order
                    from cast(:ranked as tsquery) q, searchable_text e
                    where e.words @@ cast(:query as tsquery) and {conditions}
                    offset 0) m) r) h""";

    private static final int RANK_DIGITS = 6;

    private static final ColumnGroup TOTAL = ColumnGroup.forFields("totalCount");

    private static final RowType<SearchHit> ROWS = RowType.of(MATCHES, SearchHit::read);

    private final UUID key;
    private final SearchKind kind;
    private final String text;
    /** The first line, the last line, and the page. */
    private final @Nullable Integer[] place;

    private final UUID forceKey;
    private final @Nullable UUID questionKey;
    private final BigDecimal rankOrder;
    private final String marks;
    private final long hits;
    private boolean located;
    private @Nullable ReportPassage passage;

    private SearchHit(
            UUID key,
            SearchKind kind,
            String text,
            @Nullable Integer[] place,
            UUID forceKey,
            @Nullable UUID questionKey,
            BigDecimal rankOrder,
            String marks,
            long hits) {
        this.key = key;
        this.kind = kind;
        this.text = text;
        this.place = place;
        this.forceKey = forceKey;
        this.questionKey = questionKey;
        this.rankOrder = rankOrder;
        this.marks = marks;
        this.hits = hits;
    }

    @NonNull @Description("Kind of text that was found.")
    public SearchKind getKind() {
        return kind;
    }

    @NonNull @Description("Full text of the passage or finding.")
    public String getText() {
        return text;
    }

    @Description(
            "Number of the first line in the report's text, counted from 1. Null for a finding whose source has no line numbers.")
    public @Nullable Integer getLineFrom() {
        return place[0];
    }

    @Description(
            "Number of the last line in the report's text, inclusive. Null for a finding whose source has no line numbers.")
    public @Nullable Integer getLineTo() {
        return place[1];
    }

    @Description("Printed page number. Null if not known.")
    public @Nullable Integer getPage() {
        return place[2];
    }

    @NonNull @Description(
            "Relevance; a higher score is better. More matches, matches closer together and a shorter text raise the score. Comparable only within one search.")
    public BigDecimal getScore() {
        return rankOrder.negate().movePointLeft(RANK_DIGITS);
    }

    /** Best match first; hits that match equally well have a stable order. */
    static OrderKey<SearchHit> bestFirst(SearchText text) {
        return new OrderKey<>(
                // A cursor of another search must be refused, because its rank means nothing in this one.
                "search " + Integer.toHexString(text.query().hashCode()),
                List.of("h.rank_order", "h.id"),
                false,
                hit -> List.of(hit.rankOrder, hit.key),
                List.of(OrderKey::decimal, UUID::fromString));
    }

    /**
     * The passages and findings that match a search.
     *
     * @param filter where to search; null for everywhere
     * @throws peel.error.BadUserInputException if the filter names a force, cycle or question that does not
     *     exist
     */
    static Selection<SearchHit> of(SearchText text, @Nullable SearchFilter filter) {
        Selection<SearchHit> hits = Selection.of(ROWS)
                .with("query", text.query())
                .with("ranked", text.ranked())
                .with("marks", text.marks())
                .totalIn(hit -> hit.hits);
        if (filter != null) {
            hits.whereAny("e.force_id", filter.force == null ? null : Force.keysOf(filter.force));
            hits.whereAny("e.cycle", Cycle.requireAll(filter.cycle));
            hits.whereAny("e.pillar", filter.pillar);
            hits.whereAny("e.kind", filter.kind);
            if (filter.question != null) {
                hits.where("e.question_id in (select u.id from question u where "
                        + hits.any("u.code", Question.requireCodes(filter.question)) + ")");
            }
        }
        return hits.whereInside();
    }

    /** The force of each hit. */
    static List<Force> forcesOf(List<SearchHit> hits) {
        return Force.byKeys(hits.stream().map(hit -> hit.forceKey).toList());
    }

    /** The question of each hit; null outside a chapter on a question. */
    static List<@Nullable Question> questionsOf(List<SearchHit> hits) {
        return Question.byKeys(hits.stream().map(hit -> hit.questionKey).toList());
    }

    /** The finding of each hit that is one; null for all other hits. */
    static List<@Nullable Finding> findingsOf(List<SearchHit> hits) {
        return Finding.byKeys(hits.stream()
                .map(hit -> hit.kind == SearchKind.FINDING ? hit.key : null)
                .toList());
    }

    /** The passage of each hit. For a finding, the first passage that prints it; null if no imported report does. */
    static List<@Nullable ReportPassage> passagesOf(List<SearchHit> hits) {
        List<SearchHit> passages = new ArrayList<>();
        List<SearchHit> findings = new ArrayList<>();
        for (SearchHit hit : hits) {
            if (!hit.located) {
                hit.located = true;
                (hit.kind == SearchKind.FINDING ? findings : passages).add(hit);
            }
        }
        List<@Nullable ReportPassage> found = ReportPassage.byKeys(keys(passages));
        for (int i = 0; i < passages.size(); i++) {
            passages.get(i).passage = found.get(i);
        }
        List<List<ReportPassage>> prints = ReportPassage.printing(keys(findings));
        for (int i = 0; i < findings.size(); i++) {
            findings.get(i).passage =
                    prints.get(i).isEmpty() ? null : prints.get(i).get(0);
        }
        List<@Nullable ReportPassage> all = new ArrayList<>();
        hits.forEach(hit -> all.add(hit.passage));
        return all;
    }

    private static List<UUID> keys(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.key).toList();
    }

    /** The excerpt of each hit, by one statement for all. */
    static List<List<ExcerptPart>> excerptsOf(List<SearchHit> hits) {
        List<String> marked = Highlights.in(
                hits.stream().map(hit -> hit.text).toList(),
                hits.stream().map(hit -> hit.marks).toList());
        List<List<ExcerptPart>> excerpts = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            excerpts.add(Excerpt.of(hits.get(i).text, marked.get(i)));
        }
        return excerpts;
    }

    private static SearchHit read(Row row) throws SQLException {
        return new SearchHit(
                row.uuid("id"),
                row.enumValue("kind", SearchKind.class),
                row.text("text"),
                row.integers("place"),
                row.uuid("force_id"),
                row.uuid("question_id"),
                row.decimal("rank_order"),
                row.text("marks"),
                row.reads(TOTAL) ? row.longValue("hits") : 0);
    }
}
