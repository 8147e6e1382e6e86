package peel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
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
                "select t.id, t.colour, t.starts, t.ends, t.other_starts, t.other_ends, t.notes ", things.select());
        assertEquals("t", things.alias());
        assertEquals("t.id", things.key());
        assertEquals("thing t", things.from());
    }

    @Test
    void takesTheAliasOfASelectInBrackets() {
        RowType<Integer> numbers = RowType.of("(select 1 as a) n", row -> row.integer("a"));
        assertEquals("select n.a ", numbers.select());
    }

    @Test
    void selectsExpressionsAsTheyStand() {
        RowType<Long> counts = RowType.ofExpressions(row -> row.longValue("count(*)"));
        assertEquals("select count(*) ", counts.select());
    }

    @Test
    void selectsTheSameColumnsForASubclass() {
        RowType<Object> things = RowType.of("thing t", Thing::read);
        assertEquals(things.select(), things.as(Thing.class).select());
    }
}
