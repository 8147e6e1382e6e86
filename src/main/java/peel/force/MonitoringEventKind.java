package peel.force;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of change in the inspectorate's monitoring of a force.")
public enum MonitoringEventKind {
    @Description("The force was moved from Scan, the default level of monitoring, to Engage, the enhanced level.")
    ENTERED_ENGAGE,
    @Description("The force left Engage.")
    LEFT_ENGAGE
}
