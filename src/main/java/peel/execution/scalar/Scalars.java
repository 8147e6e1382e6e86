package peel.execution.scalar;

import graphql.Directives;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Registers the scalars before SmallRye GraphQL builds the schema, which is when the application is built. */
@ApplicationScoped
class Scalars {

    void register(@Observes @Initialized(ApplicationScoped.class) Object build) {
        GraphQLScalarType number = graphql.Scalars.GraphQLInt.transform(type -> type.coercing(new IntCoercing()));
        GraphQLScalarTypes.registerCustomScalar(number.getName(), int.class.getName(), number);
        GraphQLScalarTypes.registerCustomScalar(number.getName(), Integer.class.getName(), number);
        describe(
                BigDecimal.class,
                "Decimal number of any size, as a JSON number.",
                "https://www.rfc-editor.org/rfc/rfc8259#section-6");
        describe(
                LocalDate.class,
                "Day of the Gregorian calendar as YYYY-MM-DD, such as 2015-06-30.",
                "https://scalars.graphql.org/andimarek/local-date.html");
        describe(
                OffsetDateTime.class,
                "Moment as date, time and offset from UTC, such as 2016-02-18T09:30:00Z.",
                "https://www.rfc-editor.org/rfc/rfc3339#section-5.6");
    }

    private static void describe(Class<?> javaType, String description, String specification) {
        GraphQLScalarType described = GraphQLScalarTypes.getScalarByClassName(javaType.getName())
                .transform(type -> type.description(description)
                        .specifiedByUrl(specification)
                        // For the schema's file, which would not show it otherwise.
                        .withAppliedDirective(Directives.SpecifiedByDirective.toAppliedDirective()
                                .transform(directive -> directive.argument(GraphQLAppliedDirectiveArgument.newArgument()
                                        .name("url")
                                        .type(GraphQLNonNull.nonNull(graphql.Scalars.GraphQLString))
                                        .valueProgrammatic(specification)))));
        GraphQLScalarTypes.registerCustomScalar(described.getName(), javaType.getName(), described);
    }
}
