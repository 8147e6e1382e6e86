package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a page, as the page reads it. */
public final class PageAddress {

    /** In characters, of a parameter's value. */
    private static final int LONGEST_VALUE = 500;

    /** In an address of two successive years, such as {@code 2018-19}, which the code separates by a slash. */
    private static final Pattern YEARS = Pattern.compile("\\d\\d(\\d\\d)-(\\d\\d)");

    private static final int CENTURY = 100;

    private final String path;
    private final PageForm form;
    private final String root;
    private final Map<String, String> segments;
    private final SortedMap<String, List<String>> parameters;

    /**
     * Reads an address.
     *
     * @param path the path of the HTML form, such as {@code /forces/kent}, decoded
     * @param requested the path that was requested, not decoded, from which links are relative
     * @param segments the values of the pattern's segments by name
     * @param parameters the values of the page's parameters by name, those that are not blank
     */
    PageAddress(
            String path,
            String requested,
            PageForm form,
            Map<String, String> segments,
            SortedMap<String, List<String>> parameters) {
        this.path = path;
        this.form = form;
        this.root = root(requested);
        this.segments = segments;
        this.parameters = parameters;
        parameters.forEach((name, values) -> values.forEach(value -> {
            if (value.length() > LONGEST_VALUE) {
                throw new BadAddressException("The parameter \"%s\" has %d characters; the limit is %d."
                        .formatted(name, value.length(), LONGEST_VALUE));
            }
        }));
    }

    /** An address for tests. */
    public static PageAddress of(
            String path, Map<String, String> segments, SortedMap<String, List<String>> parameters) {
        return new PageAddress(path, path, PageForm.HTML, segments, parameters);
    }

    /**
     * What leads from a page to the root of the service. All links are relative, so that they lead there behind a proxy
     * with another path too.
     */
    static String root(String requested) {
        long slashes = requested.chars().filter(c -> c == '/').count();
        return slashes <= 1 ? "./" : "../".repeat((int) slashes - 1);
    }

    /** The path of the HTML form, such as {@code /forces/kent}. */
    public String path() {
        return path;
    }

    public PageForm form() {
        return form;
    }

    /** The value of a segment of the pattern: of {@code :slug}, for instance. */
    public String segment(String name) {
        String value = segments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The page's pattern has no segment :" + name);
        }
        return value;
    }

    /** The code of a cycle from a segment that names one, which cannot contain a slash. */
    public String cycle(String name) {
        return cycleCode(segment(name));
    }

    /** The code of a cycle as addresses write it: {@code 2018/19} is {@code 2018-19}. */
    public static String cycleSegment(String code) {
        return code.replace('/', '-');
    }

    /** The code of a cycle that an address names: of two years, those of successive ones have a slash in their code. */
    public static String cycleCode(String segment) {
        Matcher years = YEARS.matcher(segment);
        boolean successive =
                years.matches() && (Integer.parseInt(years.group(1)) + 1) % CENTURY == Integer.parseInt(years.group(2));
        return successive ? segment.replace('-', '/') : segment;
    }

    /**
     * The value of a parameter, null if it is not in the address or blank.
     *
     * @throws BadAddressException if there are several values
     */
    public @Nullable String parameter(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadAddressException("The parameter \"" + name + "\" may occur only once.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * The values of a parameter that may be repeated.
     *
     * @throws BadAddressException if there are more
     */
    public List<String> parameters(String name, int most) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > most) {
            throw new BadAddressException(
                    "The parameter \"%s\" occurs %d times; the limit is %d.".formatted(name, values.size(), most));
        }
        return values;
    }

    /**
     * A link from this address.
     *
     * @param to a path of the service, such as {@code /forces/kent}, encoded where necessary, and its query string
     */
    public String to(String to) {
        return root + to.substring(1);
    }

    /** The address of another form of this page, relative to it. */
    public String to(PageForm other) {
        String name = path.equals("/") && other != PageForm.HTML ? "/national" : encodedPath();
        return to(name + other.suffix() + queryString());
    }

    /** The path and the parameters that the page reads, which tell addresses apart. */
    public String canonical() {
        return encodedPath() + queryString();
    }

    private String encodedPath() {
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = encode(parts[i]);
        }
        return String.join("/", parts);
    }

    private String queryString() {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> query.append(query.isEmpty() ? '?' : '&')
                .append(encode(name))
                .append('=')
                .append(encode(value))));
        return query.toString();
    }

    /** A text as part of a path or a query string. */
    public static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
