package peel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.observation.StoredObservation;
import peel.report.StoredReports;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/**
 * What queries read of a row is what Hibernate, which knows the tables from annotations, reads of
 * it.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RowTypeTest {

    @Inject
    SessionFactory sessions;

    TestDatabase database;

    @BeforeEach
    void storeAReport() throws Exception {
        try (Connection connection = database.connect()) {
            StoredReports.storeKent(connection);
        }
    }

    @Test
    void readsEveryFieldOfEveryEntityAsHibernateDoes() throws Exception {
        int compared = 0;
        List<String> empty = new ArrayList<>();
        for (EntityType<?> entity : sessions.getMetamodel().getEntities()) {
            RowType<?> rows = rowsOf(entity.getJavaType());
            if (rows == null) {
                continue;
            }
            compared++;
            Map<String, String> expected = new TreeMap<>();
            Map<String, String> actual = new TreeMap<>();
            sessions.inSession(session -> {
                session.createQuery("from " + entity.getName(), Object.class)
                        .getResultList()
                        .forEach(row -> put(expected, entity, session.getIdentifier(row), row));
                session.doWork(connection -> Sql.of(rows.select(rows.groupsFor(null)) + "from " + rows.from())
                        .read(connection, Map.of(), rows.reader(), rows.groupsFor(null))
                        .forEach(row -> put(
                                actual,
                                entity,
                                sessions.getPersistenceUnitUtil().getIdentifier(row),
                                row)));
            });
            assertEquals(expected, actual, entity.getName());
            if (expected.isEmpty()) {
                empty.add(entity.getName());
            }
        }
        assertTrue(compared > 20, compared + " entities");
        assertEquals(List.of(), empty, "entities without a row to compare");
    }

    private static void put(Map<String, String> rows, EntityType<?> entity, Object id, Object row) {
        assertFalse(rows.containsKey(id.toString()), entity.getName());
        rows.put(id.toString(), row.getClass().getSimpleName() + contents(row));
    }

    private static RowType<?> rowsOf(Class<?> entity) throws Exception {
        RowType<?> rows = rowsIn(entity);
        return rows == null && entity == StoredObservation.class
                ? rowsIn(Class.forName(entity.getName() + "Rows"))
                : rows;
    }

    private static RowType<?> rowsIn(Class<?> type) throws Exception {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals("ROWS")) {
                field.setAccessible(true);
                return (RowType<?>) field.get(null);
            }
        }
        return null;
    }

    private static String contents(Object row) {
        TreeSet<String> values = new TreeSet<>();
        for (Class<?> type = row.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getName().contains("$")) {
                    values.add(field.getName() + "=" + value(field, row));
                }
            }
        }
        return values.toString();
    }

    private static String value(Field field, Object row) {
        try {
            field.setAccessible(true);
            Object value = field.get(row);
            if (value instanceof Object[] array) {
                return Arrays.toString(array);
            }
            return value != null && value.getClass().isAnnotationPresent(Embeddable.class)
                    ? contents(value)
                    : String.valueOf(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
