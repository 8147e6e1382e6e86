package peel.bench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** A peer of the benchmark: Spring for GraphQL over JDBC; every relation of many parents is one batch. */
@SpringBootApplication
public class Peer {

    public static void main(String[] arguments) {
        SpringApplication.run(Peer.class, arguments);
    }

    /** Documents are parsed and validated once. */
    @Bean
    GraphQlSourceBuilderCustomizer documents() {
        Cache<String, PreparsedDocumentEntry> kept = Caffeine.newBuilder().maximumSize(1000).build();
        return source ->
                source.configureGraphQl(
                        graphQl ->
                                graphQl.preparsedDocumentProvider(
                                        (input, parsed) ->
                                                CompletableFuture.completedFuture(
                                                        kept.get(input.getQuery(), query -> parsed.apply(input)))));
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring ->
                wiring.scalar(GraphQLScalarType.newScalar().name("Date").coercing(new Dates()).build())
                        .scalar(GraphQLScalarType.newScalar().name("Decimal").coercing(new Decimals()).build());
    }

    private static final class Dates implements Coercing<LocalDate, String> {

        @Override
        public String serialize(Object date, GraphQLContext context, Locale locale) {
            return date.toString();
        }

        @Override
        public LocalDate parseValue(Object text, GraphQLContext context, Locale locale) {
            return LocalDate.parse((String) text);
        }

        @Override
        public LocalDate parseLiteral(
                Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return LocalDate.parse(((StringValue) literal).getValue());
        }
    }

    private static final class Decimals implements Coercing<BigDecimal, BigDecimal> {

        @Override
        public BigDecimal serialize(Object decimal, GraphQLContext context, Locale locale) {
            return (BigDecimal) decimal;
        }
    }
}
