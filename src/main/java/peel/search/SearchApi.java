package peel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import peel.finding.Finding;
import peel.force.Force;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.question.Question;
import peel.report.Report;
import peel.report.ReportPassage;
import peel.report.ReportSection;

/** Full-text search in reports and findings. */
@GraphQLApi
public class SearchApi {

    @Query
    @NonNull @Description(
            "Full-text search in current reports (paragraphs, list items, footnotes, captions, and sources and notes of figures) and in all findings. Best match first, paginated. A list item that is a finding is returned once, as the finding.")
    public SearchConnection search(
            @NonNull @Description(
                            "Search terms, at most 20 and 500 characters. All must match, in any inflected form: `inspect` matches `inspected`. Quotes enclose a phrase, `or` separates alternatives, `-` directly before a word or phrase excludes it, and `*` at the end matches all words that begin so: `forens*`. Hyphens, slashes and accents make no difference.")
                    String text,
            @Description("Where to search. Default: everywhere.") @Nullable SearchFilter filter,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        SearchText words = SearchText.of(text);
        return new SearchConnection(Page.of(SearchHit.of(words, filter), SearchHit.bestFirst(words), request), words);
    }

    @NonNull @Name("excerpt")
    @Description(
            "Excerpt of at most 300 characters around the matching words, in parts, so that a front end can style the highlighted parts. `…` marks omitted text.")
    public List<@NonNull List<@NonNull ExcerptPart>> excerptOfHit(@Source List<SearchHit> hits) {
        return SearchHit.excerptsOf(hits);
    }

    @NonNull @Name("force")
    @Description("Force that the hit is about.")
    public List<@NonNull Force> forceOfHit(@Source List<SearchHit> hits) {
        return SearchHit.forcesOf(hits);
    }

    @Name("question")
    @Description("Question that the chapter of the hit answers. Null for introductions, annexes and similar.")
    public List<@Nullable Question> questionOfHit(@Source List<SearchHit> hits) {
        return SearchHit.questionsOf(hits);
    }

    @Name("finding")
    @Description("Finding, if the hit is a finding; otherwise null.")
    public List<@Nullable Finding> findingOfHit(@Source List<SearchHit> hits) {
        return SearchHit.findingsOf(hits);
    }

    @Name("passage")
    @Description(
            "Passage that matches. For a finding, the first passage that prints it; null if no imported report prints it.")
    public List<@Nullable ReportPassage> passageOfHit(@Source List<SearchHit> hits) {
        return SearchHit.passagesOf(hits);
    }

    @Name("section")
    @Description("Section that contains the hit; null for a finding that no imported report prints.")
    public List<@Nullable ReportSection> sectionOfHit(@Source List<SearchHit> hits) {
        return ReportSection.byKeys(keys(hits, passage -> passage.sectionKey));
    }

    @Name("report")
    @Description("Report that contains the hit; null for a finding that no imported report prints.")
    public List<@Nullable Report> reportOfHit(@Source List<SearchHit> hits) {
        return Report.byKeys(keys(hits, passage -> passage.reportKey));
    }

    private static List<@Nullable UUID> keys(List<SearchHit> hits, Function<ReportPassage, UUID> key) {
        List<@Nullable UUID> keys = new ArrayList<>();
        SearchHit.passagesOf(hits).forEach(passage -> keys.add(passage == null ? null : key.apply(passage)));
        return keys;
    }
}
