package peel.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The pages for people. */
@ConfigMapping(prefix = "peel.pages")
public interface PagesConfig {

    /** Whether pages are served at {@code /} and below it. Default: true. */
    @WithDefault("true")
    boolean enabled();

    /**
     * The address at which the public sees the service, such as {@code https://peel.example/}, for links that must be
     * absolute. Default: none, and no page has such links.
     */
    Optional<URI> publicAddress();
}
