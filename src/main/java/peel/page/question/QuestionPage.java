package peel.page.question;

import jakarta.inject.Singleton;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageRead;
import peel.page.PageView;

/** A question of a pillar: {@code /questions/2015/effectiveness/overall}. */
@Singleton
class QuestionPage implements Page {

    @Override
    public String name() {
        return "question";
    }

    @Override
    public String path() {
        return "/questions/:cycle/:pillar/:code";
    }

    @Override
    public PageRead read(PageAddress address) {
        return QuestionPages.read(address, address.segment("pillar"));
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        return QuestionPages.view(address, data, address.segment("pillar"));
    }
}
