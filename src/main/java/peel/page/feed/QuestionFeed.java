package peel.page.feed;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import peel.page.PageAddress;

/** The changes of facts on the questions with one code, in all cycles. */
@Singleton
class QuestionFeed extends ChangeFeed {

    QuestionFeed() {
        super("question-feed", "/feeds/questions/:question");
    }

    @Override
    Map<String, Object> filter(PageAddress address) {
        return Map.of("question", List.of(address.segment("question")));
    }

    @Override
    String of(PageAddress address, List<Change> changes) {
        return " on the question " + address.segment("question");
    }
}
