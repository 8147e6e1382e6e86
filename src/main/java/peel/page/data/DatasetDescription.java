package peel.page.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import peel.dataset.Dataset;
import peel.download.TableSizes;
import peel.download.table.DataState;
import peel.download.table.DatasetText;
import peel.download.table.Licence;
import peel.download.table.Table;
import peel.download.table.Tables;
import peel.page.HeadPart;
import peel.page.PageAddress;
import peel.page.PageView;
import peel.page.PagesConfig;
import peel.page.PublicAddress;

/** Describes the dataset to search engines in the vocabulary of schema.org. Browsers do not execute the script. */
@Singleton
class DatasetDescription implements HeadPart {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TableSizes sizes;
    private final Optional<URI> base;

    DatasetDescription(TableSizes sizes, PagesConfig config) {
        this.sizes = sizes;
        this.base = config.publicAddress();
    }

    @Override
    public String html(PageAddress address, PageView view, String state) {
        if (!address.path().equals(DataPage.PATH)) {
            return "";
        }
        try {
            String json =
                    JSON.writeValueAsString(description(address, sizes.current().state()));
            // Nothing in a text may end the element.
            return "<script type=\"application/ld+json\">" + json.replace("<", "\\u003c") + "</script>";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode description(PageAddress address, DataState state) {
        ObjectNode dataset = JSON.createObjectNode()
                .put("@context", "https://schema.org/")
                .put("@type", "Dataset")
                .put("name", DatasetText.TITLE)
                .put("description", DatasetText.DESCRIPTION)
                .put("identifier", "urn:uuid:" + state.identity())
                .put("version", Integer.toString(state.revision()))
                .put("dateModified", state.instant())
                .put("license", Licence.OPEN_GOVERNMENT)
                .put("creditText", Dataset.ATTRIBUTION)
                .put("isAccessibleForFree", true)
                .put("inLanguage", "en-GB")
                .put("spatialCoverage", "England and Wales")
                .put("url", url(address, DataPage.PATH));
        dataset.putArray("creator")
                .add(organisation("HMICFRS"))
                .add(organisation("Home Office"))
                .add(organisation("Office for National Statistics"));
        if (sizes.areDownloadable()) {
            ArrayNode files = dataset.putArray("distribution");
            files.add(file(address, "peel.zip", "All files", "application/zip"));
            for (Table table : Tables.ALL) {
                files.add(file(address, table.path(), table.title(), "text/csv"));
            }
        }
        return dataset;
    }

    private static ObjectNode organisation(String name) {
        return JSON.createObjectNode().put("@type", "Organization").put("name", name);
    }

    private ObjectNode file(PageAddress address, String path, String name, String mediaType) {
        return JSON.createObjectNode()
                .put("@type", "DataDownload")
                .put("name", name)
                .put("encodingFormat", mediaType)
                .put("contentUrl", url(address, DataPage.PATH + "/" + path));
    }

    /** Absolute if the public address is known; otherwise relative to the page, which JSON-LD allows. */
    private String url(PageAddress address, String path) {
        return base.map(root -> PublicAddress.of(root, path)).orElseGet(() -> address.to(path));
    }
}
