package peel.page.data;

import java.util.List;
import peel.page.PageTable;

/**
 * What the page about the data shows.
 *
 * @param downloads the files
 * @param downloadable whether the files can be downloaded from this service
 * @param root the relative path to the root of the service
 * @param citation how to cite the data
 * @param attribution what the licences require wherever the data is shown
 * @param dictionary what each column of each file means
 * @param imports what the newest imports changed
 * @param moreImports whether there were others before
 */
public record DataView(
        PageTable downloads,
        boolean downloadable,
        String root,
        String citation,
        String attribution,
        List<PageTable> dictionary,
        PageTable imports,
        boolean moreImports) {}
