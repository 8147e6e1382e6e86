package peel.reading.fact.metric;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules, in the order in which they are asked. A new metric's rule is added here. */
public final class MetricRules {

    /** The rules. */
    public static final List<MetricRule> ALL = List.of(
            new CrimeRateRule(),
            new CrimeChangeRule(),
            new AntiSocialBehaviourRule(),
            new AntiSocialBehaviourChangeRule(),
            new OutcomeRule(),
            new OutcomeFrameworkRule(),
            new VictimSatisfactionRule(),
            new TelephoneInvestigationRule(),
            new OffenderManagementRule(),
            new HighestRiskOffenderRule(),
            new PreventionOrderRule(),
            new SafeguardingHubRule(),
            new OrganisedCrimeGroupRule(),
            new OrganisedCrimeTypeRule(),
            new IntelligenceNetworkRule());

    /** The metrics that are always to be compared with England and Wales. */
    public static final Set<String> COMPARED =
            ALL.stream().flatMap(rule -> rule.compared().stream()).collect(Collectors.toUnmodifiableSet());

    private MetricRules() {}
}
