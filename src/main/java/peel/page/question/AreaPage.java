package peel.page.question;

import jakarta.inject.Singleton;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageRead;
import peel.page.PageView;

/** A question of a cycle without pillars: {@code /questions/2023-25/prevent}. */
@Singleton
class AreaPage implements Page {

    @Override
    public String name() {
        return "area";
    }

    @Override
    public String path() {
        return "/questions/:cycle/:code";
    }

    @Override
    public PageRead read(PageAddress address) {
        return QuestionPages.read(address, null);
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        return QuestionPages.view(address, data, null);
    }
}
