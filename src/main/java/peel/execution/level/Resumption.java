package peel.execution.level;

import org.jspecify.annotations.Nullable;

/**
 * Where the execution of a subscription goes on.
 *
 * @param position the last event's position, which takes the place of the field's argument {@code since}; null to begin
 * @param most the maximum number of events
 */
public record Resumption(@Nullable String position, int most) {}
