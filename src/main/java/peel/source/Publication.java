package peel.source;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.node.NaturalKey;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.CachedRows;
import peel.query.Row;
import peel.query.RowType;

@Entity
@Description("Publication in which facts were published.")
public class Publication extends PanacheEntityBase implements Node {

    /** The letter of publications in node IDs. */
    public static final char NODE_TYPE = 'B';

    static final RowType<Publication> ROWS = RowType.of("publication p", Publication::read);

    private static final CachedRows<Integer, Publication> ALL =
            new CachedRows<>(ROWS, "from publication p", publication -> publication.key);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Ignore
    @jakarta.persistence.Column(name = "id")
    public Integer key;

    @NonNull @Description("Unique code: \"peel-effectiveness-2015-bedfordshire\" ...")
    public String code;

    @NonNull @Description("Title as printed, or a description of the web pages.")
    public String title;

    @NonNull @Description("Name of the publisher.")
    public String publisher;

    @Description(
            "Date of publication, as precisely as it is known: \"2016-02-18\", \"2015-12\" or \"2014\". Null if not known.")
    public @Nullable String published;

    @Description("Address (URL) of the publication. Null if not known.")
    public @Nullable String url;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Kind of publication.")
    public PublicationKind kind;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, nodeKey()).encoded();
    }

    private UUID nodeKey() {
        return NaturalKey.of("publication", code);
    }

    /** The publications whose IDs have these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Publication> byNodeKeys(List<UUID> keys) {
        return ALL.byValues(Publication::nodeKey, keys);
    }

    /** The publications with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Publication> byKeys(List<Integer> keys) {
        return ALL.byKeys(keys);
    }

    /**
     * The publication with this code, in any letter case.
     *
     * @throws BadUserInputException if there is none
     */
    public static Publication require(String code) {
        return ALL.all().stream()
                .filter(publication -> publication.code.equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> BadUserInputException.unknown(
                        "publication",
                        code,
                        ALL.all().stream().map(publication -> publication.code).toList()));
    }

    private static Publication read(Row row) throws SQLException {
        Publication publication = RowType.unmanaged(new Publication());
        publication.key = row.integer("id");
        publication.code = row.text("code");
        publication.title = row.text("title");
        publication.publisher = row.text("publisher");
        publication.published = row.text("published");
        publication.url = row.text("url");
        publication.kind = row.enumValue("kind", PublicationKind.class);
        return publication;
    }
}
