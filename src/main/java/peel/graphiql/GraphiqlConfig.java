package peel.graphiql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The GraphiQL page. */
@ConfigMapping(prefix = "peel.graphiql")
public interface GraphiqlConfig {

    /** Whether GraphiQL is served at {@code /graphiql}. Default: true. */
    @WithDefault("true")
    boolean enabled();
}
