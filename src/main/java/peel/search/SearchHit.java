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
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Selection;
import peel.question.Cycle;
import peel.question.Question;
import peel.report.ReportPassage;

@Description("Passage of a current report, or finding, that matches a search.")
public class SearchHit {

    // Ranks are millionths, so that a cursor holds exactly the value that is compared. What is not needed for the order
    // is
    // selected by subqueries, which PostgreSQL executes only for the rows of the page.
    public static final String MATCHES = """
            (select e.id, e.kind,
                    coalesce((select p.text from report_passage p where p.id = e.id),
                             (select f.text from finding f where f.id = e.id)) as text,
                    coalesce((select p.line_from from report_passage p where p.id = e.id),
                             (select f.source_line_from from finding f where f.id = e.id)) as line_from,
                    coalesce((select p.line_to from report_passage p where p.id = e.id),
                             (select f.source_line_to from finding f where f.id = e.id)) as line_to,
                    coalesce((select p.page from report_passage p where p.id = e.id),
                             (select f.source_page from finding f where f.id = e.id)) as page,
                    e.force_id, e.question_id,
                    - cast(1000000 * ts_rank_cd(e.words, q, 1) as bigint) as rank_order,
                    cast(:marks as text) as marks, e.cycle, e.pillar
             from cast(:query as tsquery) q, searchable_text e
             where e.words @@ cast(:query as tsquery)) h""";

    private static final int RANK_DIGITS = 6;

    private static final RowType<SearchHit> ROWS = RowType.of(MATCHES, SearchHit::read);

    private final UUID key;
    private final SearchKind kind;
    private final String text;
    private final @Nullable Integer lineFrom;
    private final @Nullable Integer lineTo;
    private final @Nullable Integer page;
    private final UUID forceKey;
    private final @Nullable UUID questionKey;
    private final BigDecimal rankOrder;
    private final String marks;
    private boolean located;
    private @Nullable ReportPassage passage;

    private SearchHit(
            UUID key,
            SearchKind kind,
            String text,
            @Nullable Integer lineFrom,
            @Nullable Integer lineTo,
            @Nullable Integer page,
            UUID forceKey,
            @Nullable UUID questionKey,
            BigDecimal rankOrder,
            String marks) {
        this.key = key;
        this.kind = kind;
        this.text = text;
        this.lineFrom = lineFrom;
        this.lineTo = lineTo;
        this.page = page;
        this.forceKey = forceKey;
        this.questionKey = questionKey;
        this.rankOrder = rankOrder;
        this.marks = marks;
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
        return lineFrom;
    }

    @Description(
            "Number of the last line in the report's text, inclusive. Null for a finding whose source has no line numbers.")
    public @Nullable Integer getLineTo() {
        return lineTo;
    }

    @Description("Printed page number. Null if not known.")
    public @Nullable Integer getPage() {
        return page;
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
        Selection<SearchHit> hits =
                Selection.of(ROWS).with("query", text.query()).with("marks", text.marks());
        if (filter == null) {
            return hits;
        }
        if (filter.force != null) {
            hits.whereAny("h.force_id", Force.keysOf(filter.force));
        }
        hits.whereAny("h.cycle", Cycle.requireAll(filter.cycle));
        hits.whereAny("h.pillar", filter.pillar);
        hits.whereAny("h.kind", filter.kind);
        if (filter.question != null) {
            hits.where("h.question_id in (select u.id from question u where "
                    + hits.any("u.code", Question.requireCodes(filter.question)) + ")");
        }
        return hits;
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
                row.integer("line_from"),
                row.integer("line_to"),
                row.integer("page"),
                row.uuid("force_id"),
                row.uuid("question_id"),
                row.decimal("rank_order"),
                row.text("marks"));
    }
}
