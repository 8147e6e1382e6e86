package peel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import java.util.Set;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import peel.inspection.InspectionApi;
import peel.judgment.Judgment;
import peel.judgment.JudgmentApi;
import peel.query.Rows;

/** Which packages may depend on which. */
@AnalyzeClasses(packages = "peel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What every feature may build on. */
    private static final String[] SHARED = {"peel.error", "peel.launch", "peel.node", "peel.paging", "peel.query"};

    /** How SQL is executed. */
    private static final String[] SQL = {
        "java.sql..", "javax.sql..", "org.postgresql..", "org.hibernate..", "jakarta.persistence.."
    };

    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages at any depth";
        }
    };

    /** The Java fields of the columns of judgments that are read for some operations only. */
    private static final Set<String> OF_COLUMN_GROUPS = Set.of(
            "carriedOverFromCode",
            "narrative",
            "note",
            "basis",
            "mayBeCarriedOver",
            "confirmations",
            "contradiction",
            "publishedPrecision",
            "knownTo",
            "source",
            "orderKey",
            "inspectionKey",
            "cycleCode",
            "cyclePosition",
            "knownFrom");

    @ArchTest
    static final ArchRule noPackageDependsOnItselfByWayOfOthers =
            slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles();

    // A package's depth says nothing about layers: this rule also sees report -> reading.fact -> report.
    @ArchTest
    static final ArchRule noFeatureDependsOnItselfByWayOfOthers =
            slices().matching("peel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sharedPackagesDependOnNoFeature = classes()
            .that()
            .resideInAnyPackage(SHARED)
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("peel..").or(resideInAnyPackage(SHARED)));

    @ArchTest
    static final ArchRule launchDependsOnNoOtherPackage = classes()
            .that()
            .resideInAPackage("peel.launch")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("peel..").or(resideInAPackage("peel.launch")));

    @ArchTest
    static final ArchRule readingKnowsNoSql =
            noClasses().that().resideInAPackage("peel.reading..").should().dependOnClassesThat(resideInAnyPackage(SQL));

    @ArchTest
    static final ArchRule readingKnowsNoQuarkus = noClasses()
            .that()
            .resideInAPackage("peel.reading..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta.enterprise..", "jakarta.inject..");

    @ArchTest
    static final ArchRule endpointAndPageKnowNoSql = noClasses()
            .that()
            .resideInAnyPackage("peel.endpoint..", "peel.page..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(SQL));

    @ArchTest
    static final ArchRule endpointAndPageDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("peel.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("peel.endpoint..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyDependsOnTheEndpoint = noClasses()
            .that()
            .resideOutsideOfPackage("peel.endpoint..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("peel.endpoint..");

    @ArchTest
    static final ArchRule nobodyDependsOnThePages = noClasses()
            .that()
            .resideOutsideOfPackage("peel.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("peel.page..");

    @ArchTest
    static final ArchRule onlyWaysInKnowTheExecution = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "peel.execution..",
                    "peel.connection..",
                    "peel.endpoint..",
                    "peel.page..",
                    "peel.download..",
                    "peel.health..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("peel.execution..");

    @ArchTest
    static final ArchRule onlyEndpointAndExecutionKnowHowGraphqlIsExecuted = noClasses()
            .that()
            .resideOutsideOfPackages("peel.endpoint..", "peel.execution..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("graphql..", "io.smallrye.graphql..", "org.dataloader..")
                    // Its annotations, which MicroProfile GraphQL lacks.
                    .and(resideOutsideOfPackage("io.smallrye.graphql.api..")));

    @ArchTest
    static final ArchRule onlyWhatServesHttpKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "peel.connection..",
                    "peel.endpoint..",
                    "peel.graphiql..",
                    "peel.http..",
                    "peel.page..",
                    "peel.download")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule onlyTheLauncherKnowsTheEmbeddedDatabase = noClasses()
            .that()
            .resideOutsideOfPackage("peel.embedded..")
            .and()
            .doNotHaveFullyQualifiedName("peel.Main")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("peel.embedded..", "io.zonky..");

    @ArchTest
    static final ArchRule entitiesKnowNoPaging = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("peel.paging");

    @ArchTest
    static final ArchRule apiClassesKnowNoSql = noClasses()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage(SQL).or(JavaClass.Predicates.type(Rows.class)));

    @ArchTest
    static final ArchRule onlyApiClassesAreTheApi =
            classes().that().areAnnotatedWith(GraphQLApi.class).should().haveSimpleNameEndingWith("Api");

    // One constrained setting would let each start of the JVM read the metadata of all groups of settings, which takes
    // 0.2 s and 10 MB: a converter checks a setting.
    @ArchTest
    static final ArchRule nothingIsConstrainedByBeanValidation =
            noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.validation..");

    // Otherwise their methods cannot be called in a native executable: the extension registers only the others.
    @ArchTest
    static final ArchRule apiClassesWithoutAQueryAreRegisteredForReflection = classes()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .and(describe(
                    "have no @Query",
                    (JavaClass api) ->
                            api.getMethods().stream().noneMatch(method -> method.isAnnotatedWith(Query.class))))
            .should()
            .beAnnotatedWith(RegisterForReflection.class);

    // They are null in operations that select none of the fields of their column group, so nothing may conclude from
    // them.
    @ArchTest
    static final ArchRule whatFewOperationsReadOfJudgmentsIsUsedByItsFieldsOnly = noClasses()
            .that(not(belongToAnyOf(Judgment.class, JudgmentApi.class, InspectionApi.class)))
            // The fields "age" and "change".
            .and(not(simpleName("JudgmentAge").or(simpleName("JudgmentChange"))))
            .should()
            .accessFieldWhere(describe(
                    "is in a column group",
                    (JavaFieldAccess access) -> access.getTargetOwner().isEquivalentTo(Judgment.class)
                            && OF_COLUMN_GROUPS.contains(access.getTarget().getName())))
            .orShould()
            .callMethod(Judgment.class, "getConfirmedBy")
            .orShould()
            .callMethod(Judgment.class, "getKnownFromPrecision");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should(be(simpleNameEndingWith("Util")))
            .orShould(be(simpleNameEndingWith("Utils")))
            .orShould(be(simpleNameEndingWith("Helper")))
            .orShould(be(simpleNameEndingWith("Manager")));
}
