package peel.command;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import peel.reading.text.ReportLimits;

/** Limits for report files. A file beyond one of them is refused. */
@ConfigMapping(prefix = "peel.report")
public interface ReportConfig {

    /** The maximum size of a file. A larger file is refused without reading it. */
    @WithDefault("64M")
    MemorySize maxFileSize();

    /** The maximum number of pages of a PDF. */
    @WithDefault("1000")
    int maxPages();

    /** The maximum number of characters of a report's text. */
    @WithDefault("2000000")
    int maxCharacters();

    /** The maximum time for reading one PDF. */
    @WithDefault("60s")
    Duration maxTime();

    default ReportLimits limits() {
        return new ReportLimits(maxFileSize().asLongValue(), maxPages(), maxCharacters(), maxTime());
    }
}
