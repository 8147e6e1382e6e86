/**
 * How figures are recognised: a {@link peel.reading.fact.metric.MetricRule} for each kind, all
 * listed in {@link peel.reading.fact.metric.MetricRules}.
 */
package peel.reading.fact.metric;
