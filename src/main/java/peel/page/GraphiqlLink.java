package peel.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Links that open an operation in GraphiQL. */
final class GraphiqlLink {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GraphiqlLink() {}

    /** The path and query string that open the operation of a page with its variables. */
    static String of(PageRead read) {
        String link = "/graphiql/?query=" + PageAddress.encode(read.operation().strip());
        return read.variables().isEmpty() ? link : link + "&variables=" + PageAddress.encode(json(read));
    }

    private static String json(PageRead read) {
        try {
            return JSON.writeValueAsString(read.variables());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Variables are texts, numbers and lists", e);
        }
    }
}
