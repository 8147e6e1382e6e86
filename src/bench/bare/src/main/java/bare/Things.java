package bare;

import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** The one field of the schema. */
@GraphQLApi
public class Things {

    @Query
    public List<Thing> things() {
        return Thing.listAll();
    }
}
