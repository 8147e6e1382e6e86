package peel.reading.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.text.Lines;

/** Assigns sources, notes and table rows to figures; they may be far from the caption. */
final class FigureReader {

    /** A table starts at most this many pages after its caption. */
    private static final int PAGES_BEHIND = 2;

    private FigureReader() {}

    private static final class FigureDraft {
        final Passage caption;

        @Nullable Integer source;

        final List<Integer> notes = new ArrayList<>();
        final List<Integer> rows = new ArrayList<>();
        Lines lines;

        FigureDraft(Passage caption) {
            this.caption = caption;
            this.lines = caption.lines();
        }

        void extend(Passage passage) {
            lines = lines.and(passage.lines());
        }
    }

    static List<Figure> figures(List<Passage> passages) {
        List<FigureDraft> drafts = new ArrayList<>();
        FigureDraft tableOwner = null;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            FigureDraft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
            switch (passage.kind()) {
                case CAPTION -> drafts.add(new FigureDraft(passage));
                case SOURCE -> {
                    if (last != null && last.source == null) {
                        last.source = i;
                        last.extend(passage);
                    }
                }
                case NOTE -> {
                    if (last != null && near(last, passage)) {
                        last.notes.add(i);
                        last.extend(passage);
                    }
                }
                case TABLE_ROW -> {
                    int end = tableEnd(passages, i);
                    FigureDraft owner = continuesTable(passages, i) ? tableOwner : owner(drafts, passage);
                    tableOwner = owner;
                    for (int row = i; row < end; row++) {
                        if (owner != null) {
                            owner.rows.add(row);
                            owner.extend(passages.get(row));
                        }
                    }
                    i = end - 1;
                }
                default -> {}
            }
        }
        return drafts.stream().map(FigureReader::figure).toList();
    }

    private static int tableEnd(List<Passage> passages, int from) {
        int to = from;
        while (to < passages.size()
                && passages.get(to).kind() == PassageKind.TABLE_ROW
                && passages.get(to).page() == passages.get(from).page()) {
            to++;
        }
        return to;
    }

    /** Whether a table continues one on the page before. */
    private static boolean continuesTable(List<Passage> passages, int from) {
        for (int i = from - 1; i >= 0; i--) {
            switch (passages.get(i).kind()) {
                case FOOTNOTE, LINK, PAGE_NUMBER -> {}
                case TABLE_ROW -> {
                    return passages.get(from).page() - passages.get(i).page() == 1;
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean near(FigureDraft figure, Passage passage) {
        return passage.page() - figure.caption.page() <= PAGES_BEHIND;
    }

    /** The last figure before a table that has no rows yet. */
    private static @Nullable FigureDraft owner(List<FigureDraft> figures, Passage table) {
        for (int i = figures.size() - 1; i >= 0; i--) {
            if (figures.get(i).rows.isEmpty() && near(figures.get(i), table)) {
                return figures.get(i);
            }
        }
        return null;
    }

    private static Figure figure(FigureDraft draft) {
        String text = draft.caption.text();
        String word = text.startsWith("Table") ? "Table " : "Figure ";
        return new Figure(
                word + draft.caption.number(),
                draft.caption.ordinal(),
                draft.source,
                List.copyOf(draft.notes),
                List.copyOf(draft.rows),
                draft.rows.isEmpty() ? FigureStatus.CHART_LOST : FigureStatus.TABLE,
                draft.lines);
    }
}
