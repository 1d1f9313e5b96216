package org.ronda;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronda.kernel.Now;

/** Holds the map of rooms of docs/architecture.md. */
class RoomMapTest {
    private static final List<String> ROOMS = List.of(
            "kernel",
            "search",
            "ledger",
            "identity",
            "organisation",
            "board",
            "process",
            "contribution",
            "proposal",
            "comment",
            "commitment",
            "moderation",
            "notification",
            "web",
            "demo");

    private static final JavaClasses RONDA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ronda");

    @Test
    void aRoomUsesOnlyRoomsAboveIt() {
        for (int i = 0; i < ROOMS.size(); i++) {
            String[] below = ROOMS.subList(i + 1, ROOMS.size()).stream()
                    .map(room -> "org.ronda." + room + "..")
                    .toArray(String[]::new);
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("org.ronda." + ROOMS.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .allowEmptyShould(true)
                        .check(RONDA);
            }
        }
    }

    @Test
    void everyClassIsInARoom() {
        classes()
                .should()
                .resideInAnyPackage(
                        ROOMS.stream().map(room -> "org.ronda." + room).toArray(String[]::new))
                .check(RONDA);
    }

    @Test
    void resourcesAreTheirRoomsOwn() {
        classes().that().areAnnotatedWith(Path.class).should().notBePublic().check(RONDA);
    }

    @Test
    void whatAResourceAnswersIsPublicOrElseItIsNotFound() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .bePublic()
                .check(RONDA);
    }

    @Test
    void onlyNowAsksForTheTime() {
        noClasses()
                .that()
                .areNotAssignableTo(Now.class)
                .should()
                .callMethodWhere(target(nameMatching("now|currentTimeMillis|system.*|tick.*"))
                        .and(targetOwner(resideInAnyPackage("java.time..", "java.lang"))))
                .orShould()
                .callConstructor(Date.class)
                .check(RONDA);
    }

    @Test
    void everyTestOfTheApplicationNamesItsDatabaseSoThatItRunsOnBothAndStartsOnce() {
        classes()
                .that()
                .areAnnotatedWith(QuarkusTest.class)
                .should()
                .beAnnotatedWith(DescribedPredicate.describe(
                        "@WithTestResource(TestDatabase.class)",
                        annotation -> annotation.getRawType().isEquivalentTo(WithTestResource.class)
                                && annotation.as(WithTestResource.class).value() == TestDatabase.class))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("org.ronda"));
    }
}
