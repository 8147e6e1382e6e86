package peel.endpoint.persisted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents of {@code peel.endpoint.trusted-documents}, by id, name and SHA-256. */
@Singleton
public class TrustedDocuments {

    private static final String SUFFIX = ".graphql";

    private final boolean required;
    private final Map<String, String> documents;

    @Inject
    public TrustedDocuments(PersistedConfig config) {
        this(config.trustedDocuments());
    }

    private TrustedDocuments(Optional<Path> place) {
        this.required = place.isPresent();
        this.documents = new HashMap<>();
        place.ifPresent(this::read);
    }

    /** Reads the documents of a file or folder. */
    static TrustedDocuments in(Path place) {
        return new TrustedDocuments(Optional.of(place));
    }

    /** Whether only trusted documents are executed. */
    public boolean areRequired() {
        return required;
    }

    /** Returns a document, or null if there is none. */
    @Nullable String get(String idOrNameOrHash) {
        return documents.get(idOrNameOrHash);
    }

    private void read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                readFolder(path);
            } else {
                readManifest(path);
            }
        } catch (IOException e) {
            throw new ConfigurationException("peel.endpoint.trusted-documents: " + path + " cannot be read: " + e, e);
        }
    }

    private void readFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> content = Files.walk(folder)) {
            files = content.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            requireFile(file);
            add(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
        }
    }

    private void readManifest(Path file) throws IOException {
        requireFile(file);
        JsonNode manifest = new ObjectMapper().readTree(file.toFile());
        // Apollo's manifest has a list of operations; Relay's is a map.
        if (manifest.path("operations").isArray()) {
            for (JsonNode operation : manifest.get("operations")) {
                String body = operation.path("body").asText();
                add(operation.path("id").asText(), body);
                add(operation.path("name").asText(), body);
            }
        } else {
            manifest.properties()
                    .forEach(entry -> add(entry.getKey(), entry.getValue().asText()));
        }
    }

    /** Opening a pipe waits for its other end, and a device may have none. */
    private static void requireFile(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder, pipe, socket or device");
        }
    }

    private void add(String name, String text) {
        String other = documents.putIfAbsent(name, text);
        if (other != null && !other.equals(text)) {
            throw new ConfigurationException(
                    "peel.endpoint.trusted-documents: two different documents are named \"" + name + "\"");
        }
        documents.put(DocumentHash.of(text), text);
    }
}
