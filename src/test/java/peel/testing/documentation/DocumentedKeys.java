package peel.testing.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys that may be set, with their defaults in the form in which the documentation gives them. */
public final class DocumentedKeys {

    /** Where each of Quarkus's extensions describes its keys. */
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private static final String ANY = "\"*\"";

    private DocumentedKeys() {}

    /** Our own keys. */
    public static Map<String, String> own() throws IOException {
        Properties properties = properties();
        Map<String, String> keys = new TreeMap<>();
        for (String name : Sources.classesWith("@ConfigMapping(")) {
            Class<?> mapping = load(name);
            ConfigMapping annotation = mapping.getAnnotation(ConfigMapping.class);
            for (Method method : mapping.getDeclaredMethods()) {
                if (!Modifier.isAbstract(method.getModifiers())) {
                    continue;
                }
                String key = annotation.prefix() + "." + nameOf(method);
                if (Map.class.isAssignableFrom(method.getReturnType())) {
                    keys.put(key + ".\"Type.field\"", "none");
                } else {
                    keys.put(key, defaultOf(method, properties.getProperty(key)));
                }
            }
        }
        return keys;
    }

    /** The default of one of Quarkus's keys in this service. */
    public static String defaultOf(String key) throws IOException {
        String here = properties().getProperty(key);
        if (here != null) {
            return normal(here);
        }
        String quarkus = quarkus().get(generic(key));
        if (quarkus == null) {
            return "no such key";
        }
        return quarkus.isEmpty() || quarkus.equals("inherit") ? "none" : quarkus;
    }

    /** The names of all keys, ours and Quarkus's. */
    public static Set<String> all() throws IOException {
        Set<String> keys = new TreeSet<>(own().keySet());
        keys.addAll(quarkus().keySet());
        keys.add("quarkus.log.category.\"peel.request\".level");
        return keys;
    }

    /**
     * A key of which there is one for each log category, or the like, under the name that Quarkus gives all of them.
     */
    private static String generic(String key) {
        return key.replaceFirst("\"[^\"]*\"", ANY);
    }

    /** The environment variable of a key. */
    public static String environmentVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String nameOf(Method method) {
        WithName name = method.getAnnotation(WithName.class);
        return name != null
                ? name.value()
                : method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String defaultOf(Method method, String property) {
        WithDefault value = method.getAnnotation(WithDefault.class);
        if (value != null) {
            return value.value();
        }
        return property == null ? "none" : normal(property);
    }

    /** Durations with a small s, as everywhere in the documentation. */
    private static String normal(String value) {
        return value.matches("\\d+S") ? value.replace('S', 's') : value;
    }

    private static Class<?> load(String simpleName) {
        String text = Sources.of(simpleName);
        String packageName =
                Sources.matches("(?<=package )[a-z.]+", text).iterator().next();
        try {
            return Class.forName(packageName + "." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            properties.load(file);
        }
        return properties;
    }

    private static Map<String, String> quarkus() throws IOException {
        Map<String, String> keys = new TreeMap<>();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (URL model : Collections.list(loader.getResources(MODEL))) {
            try (InputStream content = model.openStream()) {
                collect(new ObjectMapper().readTree(content), keys);
            }
        }
        return keys;
    }

    private static void collect(JsonNode node, Map<String, String> keys) {
        JsonNode property = node.path("path").path("property");
        if (property.isTextual()) {
            keys.put(generic(property.asText()), node.path("defaultValue").asText(""));
        }
        node.forEach(child -> collect(child, keys));
    }
}
