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
import peel.finding.Finding;
import peel.force.Force;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.question.Question;
import peel.report.Report;
import peel.report.ReportPassage;
import peel.report.ReportSection;

/** The search in reports and findings. */
@GraphQLApi
public class SearchApi {

    /** A page of what was found. */
    @Query
    @NonNull @Description(
            "Where words occur: in the current reports' paragraphs, lists, footnotes and captions, and in all findings; the best match first, in pages. A list item that is a finding is found once, as the finding.")
    public SearchConnection search(
            @NonNull @Name("text")
                    @Description(
                            "Words that must all occur, in any form (\"inspect\" finds \"inspected\"); \"a phrase\" in quotes; or between alternatives; - before what must not occur. At most 500 characters.")
                    String text,
            @Name("filter") @Description("Where to search; everywhere unless given.") SearchFilter filter,
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after) {
        PageRequest request = PageRequest.of(first, after, null, null);
        SearchText words = SearchText.of(text);
        return new SearchConnection(Page.of(SearchHit.of(words, filter), SearchHit.bestFirst(words), request));
    }

    /** The excerpt of each hit. */
    @NonNull @Name("excerpt")
    @Description(
            "At most 300 characters of the text, around the words searched for, in parts: a front end shows the highlighted ones as it likes. \"…\" stands where the text goes on.")
    public List<@NonNull List<@NonNull ExcerptPart>> excerptOfHit(@Source List<SearchHit> hits) {
        return SearchHit.excerptsOf(hits);
    }

    /** The force of each hit. */
    @NonNull @Name("force")
    @Description("The force it is about.")
    public List<@NonNull Force> forceOfHit(@Source List<SearchHit> hits) {
        return SearchHit.forcesOf(hits);
    }

    /** The question of each hit. */
    @Name("question")
    @Description("The question that its chapter answers; null for introductions, annexes and the like.")
    public List<Question> questionOfHit(@Source List<SearchHit> hits) {
        return SearchHit.questionsOf(hits);
    }

    /** The finding of each hit. */
    @Name("finding")
    @Description("The finding, when it is one; else null.")
    public List<Finding> findingOfHit(@Source List<SearchHit> hits) {
        return SearchHit.findingsOf(hits);
    }

    /** The passage of each hit. */
    @Name("passage")
    @Description("The passage; of a finding the first of those that print it, null when no imported report does.")
    public List<ReportPassage> passageOfHit(@Source List<SearchHit> hits) {
        return SearchHit.passagesOf(hits);
    }

    /** The section of each hit. */
    @Name("section")
    @Description("The section it stands in; null for a finding that no imported report prints.")
    public List<ReportSection> sectionOfHit(@Source List<SearchHit> hits) {
        return ReportSection.byKeys(keys(hits, passage -> passage.sectionKey));
    }

    /** The report of each hit. */
    @Name("report")
    @Description("The report it stands in; null for a finding that no imported report prints.")
    public List<Report> reportOfHit(@Source List<SearchHit> hits) {
        return Report.byKeys(keys(hits, passage -> passage.reportKey));
    }

    private static List<UUID> keys(List<SearchHit> hits, Function<ReportPassage, UUID> key) {
        List<UUID> keys = new ArrayList<>();
        SearchHit.passagesOf(hits).forEach(passage -> keys.add(passage == null ? null : key.apply(passage)));
        return keys;
    }
}
