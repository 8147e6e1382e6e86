package peel.finding;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;

/**
 * The dates of a finding that lists are ordered by. Only those lists read them: other statements need no publication and
 * no status.
 *
 * <p>Dates are texts, as precise as they are known. A tilde, which comes after every digit and dash, makes a month follow
 * its days, and a finding without a date all others.
 *
 * @param deadline of the recommendation
 * @param published the date of the publication
 * @param opened the day of the first status
 */
record FindingDates(String deadline, String published, String opened) {

    static final OrderKey<Finding> BY_DEADLINE = by("deadline", "f.deadline_key", FindingDates::deadline);
    static final OrderKey<Finding> BY_PUBLICATION = by("published", "f.published_key", FindingDates::published);
    static final OrderKey<Finding> BY_FIRST_STATUS = by("opened", "f.opened_key", FindingDates::opened);

    /** Findings with their dates. */
    static final RowType<Finding> ROWS = RowType.of("""
            (select d.*,
                    case when d.deadline ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$' then d.deadline else '' end
                        || '~' collate "C" as deadline_key,
                    coalesce(p.published, '') || '~' collate "C" as published_key,
                    coalesce((select cast(min(s.status_date) as text) from finding_status s where s.finding_id = d.id), '')
                        || '~' collate "C" as opened_key
             from finding d join publication p on p.id = d.publication_id) f""", FindingDates::read);

    private static OrderKey<Finding> by(String name, String column, Function<FindingDates, String> date) {
        return new OrderKey<>(
                name,
                List.of(column, "f.order_key"),
                false,
                finding -> List.of(date.apply(Objects.requireNonNull(finding.dates)), finding.orderKey),
                List.of(text -> text, text -> text));
    }

    private static Finding read(Row row) throws SQLException {
        Finding finding = Finding.read(row);
        finding.dates = new FindingDates(row.text("deadline_key"), row.text("published_key"), row.text("opened_key"));
        return finding;
    }
}
