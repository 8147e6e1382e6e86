package peel.command;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import peel.reading.text.ReportLimits;

/** What a report file may cost at most; beyond it the file is refused. */
@ConfigMapping(prefix = "peel.report")
public interface ReportConfig {

    /** The largest file; a larger one is refused without reading it. */
    @WithDefault("64M")
    MemorySize maxFileSize();

    /** The most pages of a PDF. */
    @WithDefault("1000")
    int maxPages();

    /** The most characters of text. */
    @WithDefault("2000000")
    int maxCharacters();

    /** The longest time for reading one PDF. */
    @WithDefault("60s")
    Duration maxTime();

    /** All of them, for the reader. */
    default ReportLimits limits() {
        return new ReportLimits(maxFileSize().asLongValue(), maxPages(), maxCharacters(), maxTime());
    }
}
