package peel.graphiql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The GraphiQL page. */
@ConfigMapping(prefix = "peel.graphiql")
public interface GraphiqlConfig {

    /** Whether the page is served. */
    @WithDefault("true")
    boolean enabled();
}
