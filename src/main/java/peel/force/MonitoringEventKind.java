package peel.force;

import org.eclipse.microprofile.graphql.Description;

/** What happened in the inspectorate's monitoring of a force. */
@Description("What happened in the inspectorate's monitoring of a force.")
public enum MonitoringEventKind {
    @Description("The force was moved from Scan, the default, to Engage, enhanced monitoring.")
    ENTERED_ENGAGE,
    @Description("The force left Engage.")
    LEFT_ENGAGE
}
