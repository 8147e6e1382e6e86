package peel.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** Which package may know which. */
@AnalyzeClasses(packages = "peel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresKnowEachOtherInOneDirectionOnly =
            slices().matching("peel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatAllFeaturesBuildOnKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage("peel.error", "peel.node", "peel.query", "peel.paging")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "peel.force",
                    "peel.question",
                    "peel.judgment",
                    "peel.inspection",
                    "peel.finding",
                    "peel.observation",
                    "peel.source",
                    "peel.dataset",
                    "peel.lookup",
                    "peel.endpoint");

    @ArchTest
    static final ArchRule entitiesKnowNoPagingOfTheApi = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("peel.paging");

    @ArchTest
    static final ArchRule theApiKnowsNoSql = noClasses()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "java.sql..", "peel.query.Rows");

    @ArchTest
    static final ArchRule onlyApiClassesAreTheApi =
            classes().that().areAnnotatedWith(GraphQLApi.class).should().haveSimpleNameEndingWith("Api");

    // Else its methods can't be called in a native executable: the extension registers only the
    // others.
    @ArchTest
    static final ArchRule apiClassesWithoutAQueryAreRegisteredForReflection = classes()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .and(DescribedPredicate.describe(
                    "have no @Query",
                    (JavaClass api) ->
                            api.getMethods().stream().noneMatch(method -> method.isAnnotatedWith(Query.class))))
            .should()
            .beAnnotatedWith(RegisterForReflection.class);

    @ArchTest
    static final ArchRule onlyTheEndpointKnowsHowGraphqlIsExecuted = noClasses()
            .that()
            .resideOutsideOfPackage("peel.endpoint..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("graphql..", "io.smallrye.graphql..", "org.dataloader..");

    @ArchTest
    static final ArchRule onlyWhatServesHttpKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackages("peel.endpoint..", "peel.graphiql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule nobodyDependsOnTheEndpoint = noClasses()
            .that()
            .resideOutsideOfPackage("peel.endpoint..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("peel.endpoint..");

    @ArchTest
    static final ArchRule onlyTheLauncherKnowsTheEmbeddedDatabase = noClasses()
            .that()
            .resideOutsideOfPackages("peel.embedded..")
            .and()
            .doNotHaveFullyQualifiedName("peel.Main")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("peel.embedded..", "io.zonky..")));

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(simpleNameEndingWith("Util")))
            .orShould(com.tngtech.archunit.lang.conditions.ArchConditions.be(simpleNameEndingWith("Utils")))
            .orShould(com.tngtech.archunit.lang.conditions.ArchConditions.be(simpleNameEndingWith("Helper")))
            .orShould(com.tngtech.archunit.lang.conditions.ArchConditions.be(simpleNameEndingWith("Manager")));
}
