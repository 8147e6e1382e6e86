package peel.page.place;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.error.Suggestions;
import peel.force.FoldedName;
import peel.page.Names;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageLink;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;

/** The force of a council or place: {@code /place?q=Luton}. */
@Singleton
class PlacePage implements Page {

    /** All names are few, and one operation for all questions is kept in memory as one document. */
    private static final String OPERATION = """
            query Places {
              dataset { updatedAt }
              forces(first: 100, orderBy: NAME) {
                nodes {
                  slug
                  name
                  aliases
                  names { name }
                  councils { name officialName otherNames county to }
                  localAuthorities { name communitySafetyPartnership }
                }
              }
            }
            """;

    private static final List<Column> COLUMNS =
            List.of(Column.text("force", "Force"), Column.text("place", "Place"), Column.text("kind", "What it is"));

    /** A name of a place. */
    private record Place(String name, String kind, PageData force) {}

    @Override
    public String name() {
        return "place";
    }

    @Override
    public String path() {
        return "/place";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("q");
    }

    @Override
    public PageRead read(PageAddress address) {
        return address.parameter("q") == null ? PageRead.NOTHING : PageRead.of(OPERATION);
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        @Nullable String asked = address.parameter("q");
        if (asked == null) {
            return page(address, "", List.of(), List.of());
        }
        List<Place> places = places(data);
        String folded = FoldedName.of(asked);
        String bare = FoldedName.ofAuthority(asked);
        List<Place> found = places.stream()
                .filter(place -> FoldedName.of(place.name).equals(folded)
                        || !bare.isEmpty() && FoldedName.ofAuthority(place.name).equals(bare))
                .toList();
        return page(address, asked, found, found.isEmpty() ? meant(address, asked, places) : List.of());
    }

    private static List<Place> places(PageData data) {
        List<Place> places = new ArrayList<>();
        for (PageData force : data.object("forces").objects("nodes")) {
            places.add(new Place(force.text("slug"), "Police force", force));
            places.add(new Place(force.text("name"), "Police force", force));
            places.add(new Place(Names.plain(force.text("name")), "Police force", force));
            force.texts("aliases").forEach(alias -> places.add(new Place(alias, "Other name of the force", force)));
            force.objects("names").forEach(name -> places.add(new Place(name.text("name"), "Police force", force)));
            for (PageData council : force.objects("councils")) {
                String kind = council.isNull("to") ? "Council" : "Council until " + council.text("to");
                add(places, council.text("name"), kind, force);
                add(places, council.optionalText("officialName"), kind, force);
                council.texts("otherNames").forEach(other -> add(places, other, kind, force));
                add(places, council.optionalText("county"), "County", force);
            }
            for (PageData district : force.objects("localAuthorities")) {
                add(places, district.text("name"), "District in 2016", force);
                add(places, district.text("communitySafetyPartnership"), "Community safety partnership", force);
            }
        }
        return places;
    }

    private static void add(List<Place> places, @Nullable String name, String kind, PageData force) {
        if (name != null) {
            places.add(new Place(name, kind, force));
        }
    }

    private static List<PageLink> meant(PageAddress address, String asked, List<Place> places) {
        Map<String, Place> byName = new LinkedHashMap<>();
        places.forEach(place -> byName.putIfAbsent(place.name, place));
        return Suggestions.meant(asked, byName.keySet()).stream()
                .map(byName::get)
                .map(place -> new PageLink(
                        place.name + " (" + Names.plain(place.force.text("name")) + ")",
                        address.to("/place?q=" + PageAddress.encode(place.name))))
                .toList();
    }

    private static PageView page(PageAddress address, String asked, List<Place> found, List<PageLink> meant) {
        Map<String, List<Cell>> rows = new LinkedHashMap<>();
        for (Place place : found) {
            String slug = place.force.text("slug");
            rows.putIfAbsent(
                    slug,
                    List.of(
                            Cell.code(slug, Names.plain(place.force.text("name")))
                                    .linked(address.to("/forces/" + PageAddress.encode(slug))),
                            Cell.text(place.name),
                            Cell.text(place.kind)));
        }
        PageTable table = new PageTable(
                rows.size() > 1 ? "Forces with a place of this name" : "The force of this place",
                COLUMNS,
                List.copyOf(rows.values()));
        PlaceView view = new PlaceView(asked, table, meant, address.to("/place"), address.to("/forces"));
        return PageView.of(
                asked.isEmpty() ? "Find a force" : "Which force polices " + asked + "?",
                "The police force of a council, district or place.",
                PlaceTemplates.place(view),
                table);
    }
}
