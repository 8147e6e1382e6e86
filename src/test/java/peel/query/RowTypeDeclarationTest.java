package peel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a row type derives from its reader. */
class RowTypeDeclarationTest {

    private enum Colour {
        RED
    }

    private record Span(int from, int to) {
        static Span read(Row row) throws SQLException {
            return new Span(row.intValue("starts"), row.intValue("ends"));
        }
    }

    private record Thing(UUID key, Colour colour, Span span, Span other, String[] notes) {
        static Thing read(Row row) throws SQLException {
            return new Thing(
                    row.uuid("id"),
                    row.enumValue("colour", Colour.class),
                    Span.read(row),
                    row.prefixed("other_", Span::read),
                    row.texts("notes"));
        }
    }

    @Test
    void selectsTheColumnsThatItsReaderReadsInTheirOrder() {
        RowType<Thing> things = RowType.of("thing t", Thing::read);
        assertEquals(
                "select t.id, t.colour, t.starts, t.ends, t.other_starts, t.other_ends, t.notes ", things.select(0));
        assertEquals("t", things.alias());
        assertEquals("t.id", things.key());
        assertEquals("thing t", things.from());
    }

    @Test
    void takesTheAliasOfASelectInBrackets() {
        RowType<Integer> numbers = RowType.of("(select 1 as a) n", row -> row.integer("a"));
        assertEquals("select n.a ", numbers.select(0));
    }

    @Test
    void selectsExpressionsAsTheyStand() {
        RowType<Long> counts = RowType.ofExpressions(row -> row.longValue("count(*)"));
        assertEquals("select count(*) ", counts.select(0));
    }

    @Test
    void selectsTheSameColumnsForASubclass() {
        RowType<Object> things = RowType.of("thing t", Thing::read);
        assertEquals(things.select(0), things.as(Thing.class).select(0));
    }

    private static final ColumnGroup NOTES = ColumnGroup.forFields("note", "remark");
    private static final ColumnGroup PLACE = ColumnGroup.forFields("source");

    private static String readWithGroups(Row row) throws SQLException {
        String read = row.text("id");
        if (row.reads(NOTES)) {
            read += row.text("note") + row.text("remark");
        }
        if (row.reads(PLACE)) {
            read += row.text("page");
        }
        return read;
    }

    @Test
    void leavesOutTheColumnsOfWhichNoFieldIsSelected() {
        RowType<String> things = RowType.of("thing t", RowTypeDeclarationTest::readWithGroups);
        assertEquals("select t.id ", things.select(things.groupsFor(Set.of("id", "name"))));
        assertEquals("select t.id, t.note, t.remark ", things.select(things.groupsFor(Set.of("remark"))));
        assertEquals("select t.id, t.page ", things.select(things.groupsFor(Set.of("source"))));
        assertEquals("select t.id, t.note, t.remark, t.page ", things.select(things.groupsFor(null)));
    }
}
