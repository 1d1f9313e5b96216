package org.ronda;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Where in the whole database a text stands. */
public final class Places {
    private Places() {}

    /** Every table and column in which that text stands, whatever they are called. */
    public static List<String> of(String text) {
        EntityManager entityManager =
                Arc.container().instance(EntityManager.class).get();
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Object[]> columns = entityManager
                    .createNativeQuery("select c.table_name, c.column_name from information_schema.columns c"
                            + " join information_schema.tables t on t.table_name = c.table_name"
                            + " and t.table_schema = c.table_schema where lower(c.table_schema) = 'public'"
                            + " and t.table_type = 'BASE TABLE' and lower(c.data_type) = 'character varying'")
                    .getResultList();
            List<String> places = new ArrayList<>();
            for (Object[] column : columns) {
                boolean isThere = !entityManager
                        .createNativeQuery(
                                "select 1 from \"" + column[0] + "\" where lower(\"" + column[1] + "\") like :text")
                        .setParameter("text", "%" + text.toLowerCase() + "%")
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
                if (isThere) {
                    places.add(column[0] + "." + column[1]);
                }
            }
            assertTrue(columns.size() > 60, "not all columns were looked at: " + columns.size());
            return places;
        });
    }
}
