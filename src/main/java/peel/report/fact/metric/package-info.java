/**
 * How figures are recognised: a {@link peel.report.fact.metric.MetricRule} for each kind, all
 * listed in {@link peel.report.fact.metric.MetricRules}.
 */
package peel.report.fact.metric;
