/**
 * The recognition of values: one {@link peel.reading.fact.metric.MetricRule} for each kind of value, all of them listed
 * in {@link peel.reading.fact.metric.MetricRules}.
 */
@NullMarked
package peel.reading.fact.metric;

import org.jspecify.annotations.NullMarked;
