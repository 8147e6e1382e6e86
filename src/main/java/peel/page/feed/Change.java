package peel.page.feed;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import peel.node.NodeId;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageFeed;

/**
 * A change in words.
 *
 * @param what what happened: "Judgment corrected"
 * @param about force, question or metric, cycle and subject, empty if there are none
 * @param said what the fact said and says, empty if the change does not say it
 * @param page the path of the page that shows more
 * @param sourceText where it says so, empty if that is unknown
 */
record Change(
        UUID id,
        OffsetDateTime changedAt,
        String kind,
        String what,
        String about,
        @Nullable String force,
        String said,
        String page,
        String sourceText,
        @Nullable String sourceAddress) {

    private static final Map<String, List<String>> KINDS = Map.of(
            "REPORT", List.of("Report", "reports"),
            "JUDGMENT", List.of("Judgment", "judgments"),
            "FINDING", List.of("Finding", "findings"),
            "FINDING_STATUS", List.of("Status of a recommendation", "statuses of recommendations"),
            "MONITORING_EVENT", List.of("Enhanced monitoring", "events of enhanced monitoring"),
            "OBSERVATION", List.of("Figure", "figures"));

    private static final Map<String, String> ACTIONS =
            Map.of("INSERTED", "new", "CORRECTED", "corrected", "CHANGED", "changed", "WITHDRAWN", "withdrawn");

    static Change of(PageData change) {
        String kind = change.text("kind");
        @Nullable String force = name(change, "force", "name");
        @Nullable String metric = name(change, "metric", "code");
        return new Change(
                NodeId.decode(change.text("id")).key(),
                OffsetDateTime.parse(change.text("changedAt")),
                kind,
                what(change),
                joined(
                        ", ",
                        force,
                        name(change, "metric", "name"),
                        name(change, "question", "code"),
                        name(change, "cycle", "code"),
                        change.optionalText("subject")),
                force,
                said(change.optionalText("before"), change.optionalText("after")),
                page(change, name(change, "force", "slug"), metric, kind),
                sourceText(change),
                sourceAddress(change));
    }

    private static @Nullable String name(PageData change, String field, String name) {
        PageData found = change.optionalObject(field);
        return found == null ? null : found.text(name);
    }

    /** What happened to which facts, in words. */
    static String what(PageData change) {
        String kind = change.text("kind");
        int facts = change.integer("facts");
        String format = change.text("format").replace('_', ' ');
        List<String> names = KINDS.getOrDefault(kind, List.of("Reference data (" + format + ")", "rows of " + format));
        String action = Objects.requireNonNull(ACTIONS.get(change.text("action")));
        return facts == 1
                ? names.get(0) + " " + action
                : String.format(Locale.ENGLISH, "%,d %s %s", facts, names.get(1), action);
    }

    private static String said(@Nullable String before, @Nullable String after) {
        if (after == null) {
            return before == null ? "" : "was " + before;
        }
        return before == null ? after : before + ", now " + after;
    }

    private static String page(PageData change, @Nullable String force, @Nullable String metric, String kind) {
        if (kind.equals("REPORT") && !change.isNull("nodeId")) {
            return "/reports/" + PageAddress.encode(change.text("nodeId"));
        }
        if (force != null) {
            return "/forces/" + PageAddress.encode(force);
        }
        if (metric != null) {
            return "/figures/" + PageAddress.encode(metric);
        }
        return kind.equals("REFERENCE") ? "/data" : "/changes";
    }

    private static String sourceText(PageData change) {
        PageData source = change.optionalObject("source");
        if (source == null) {
            return "";
        }
        String from = source.optionalText("lineFrom");
        String to = source.optionalText("lineTo");
        String page = source.optionalText("page");
        return joined(
                ", ",
                source.object("publication").text("title"),
                page == null ? null : "page " + page,
                from == null || to == null ? null : from.equals(to) ? "line " + from : "lines " + from + " to " + to);
    }

    private static @Nullable String sourceAddress(PageData change) {
        PageData source = change.optionalObject("source");
        if (source == null) {
            return null;
        }
        String exact = source.optionalText("url");
        return exact == null ? source.object("publication").optionalText("url") : exact;
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(separator));
    }

    PageFeed.Entry entry() {
        String title = joined(": ", what, about, said);
        return new PageFeed.Entry(
                id,
                title,
                title + "." + (sourceText.isEmpty() ? "" : "\nSource: " + sourceText + "."),
                changedAt,
                page,
                sourceAddress,
                kind.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
