package peel.reading.fact.metric;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules in the order in which they are applied. Add the rule of a new metric here. */
public final class MetricRules {

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

    public static final Set<String> COMPARED_NATIONALLY =
            ALL.stream().flatMap(rule -> rule.comparedNationally().stream()).collect(Collectors.toUnmodifiableSet());

    private MetricRules() {}
}
