package org.ronda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The two helpers of tests do what the tests rely on: they count each statement, and run acts at the same moment. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StatementsTest {
    @Inject
    EntityManager entityManager;

    @Inject
    DataSource dataSource;

    @Test
    void statementsOfHibernateAndOfPlainJdbcAreCounted() {
        List<String> sent =
                Statements.during(() -> QuarkusTransaction.requiringNew().run(() -> {
                    entityManager.createNativeQuery("select 11 from world").getResultList();
                    try (Connection connection = dataSource.getConnection();
                            Statement statement = connection.createStatement()) {
                        connection.prepareStatement("select 12 from world").executeQuery();
                        statement.executeQuery("select 13 from world");
                    } catch (SQLException broken) {
                        throw new IllegalStateException(broken);
                    }
                }));
        assertEquals(List.of("select 11 from world", "select 12 from world", "select 13 from world"), sent);
    }

    @Test
    void aRaceRunsItsActsAtTheSameMoment() {
        CyclicBarrier everybody = new CyclicBarrier(6);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<Race.Outcome<Integer>> outcomes = Race.of(6, runner -> () -> {
            everybody.await();
            threads.add(Thread.currentThread());
            return runner;
        });
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5),
                outcomes.stream().map(Race.Outcome::answer).toList());
        assertEquals(6, threads.size());
    }
}
