package peel.execution.scalar;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import peel.error.Quotation;

/**
 * Accepts what section 3.5.1 of the specification accepts: integers of 32 bits, and no text. SmallRye GraphQL's own also
 * accepts text, and gives other numbers another value.
 */
final class IntCoercing implements Coercing<Integer, Integer> {

    /** The digits of 2^31. Longer numbers are refused before they are converted, which takes quadratic time. */
    private static final int LONGEST = 10;

    private static final BigInteger SMALLEST = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

    @Override
    public Integer serialize(Object value, GraphQLContext context, Locale locale) {
        return value instanceof Integer number
                ? number
                : (Integer) Scalars.GraphQLInt.getCoercing().serialize(value, context, locale);
    }

    @Override
    public Integer parseValue(Object given, GraphQLContext context, Locale locale) {
        if (given instanceof Integer number) {
            return number;
        }
        Integer number = null;
        if (given instanceof Long some) {
            number = of(BigInteger.valueOf(some));
        } else if (given instanceof BigInteger some) {
            number = of(some);
        } else if (given instanceof BigDecimal some) {
            number = of(some);
        }
        if (number == null) {
            throw new CoercingParseValueException(refusal(given));
        }
        return number;
    }

    @Override
    public Integer parseLiteral(Value<?> given, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Integer number = given instanceof IntValue literal ? of(literal.getValue()) : null;
        if (number == null) {
            throw new CoercingParseLiteralException(refusal(given));
        }
        return number;
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return IntValue.of(serialize(value, context, locale));
    }

    private static @Nullable Integer of(BigInteger number) {
        return number.compareTo(SMALLEST) >= 0 && number.compareTo(LARGEST) <= 0 ? number.intValue() : null;
    }

    // JSON does not tell 5 from 5.0 or 5e0.
    private static @Nullable Integer of(BigDecimal number) {
        if (number.signum() == 0) {
            return 0;
        }
        // The digits before the point, which an exponent can make a billion of.
        long digits = (long) number.precision() - number.scale();
        if (digits < 1 || digits > LONGEST) {
            return null;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() > 0 ? null : of(shortest.toBigInteger());
    }

    private static String refusal(Object given) {
        if (given instanceof IntValue literal) {
            return refusal(literal.getValue());
        }
        if (given instanceof BigInteger || given instanceof Long) {
            return "An Int has 32 bits, from %d to %d, which the number does not fit into."
                    .formatted(SMALLEST, LARGEST);
        }
        String what = "another value";
        if (given instanceof StringValue literal) {
            what = quoted(literal.getValue());
        } else if (given instanceof String text) {
            what = quoted(text);
        } else if (given instanceof Number number) {
            what = Quotation.of(number.toString());
        }
        return "An Int is a whole number of 32 bits, from %d to %d, not %s.".formatted(SMALLEST, LARGEST, what);
    }

    private static String quoted(String text) {
        return "the text \"" + Quotation.of(text) + "\"";
    }
}
