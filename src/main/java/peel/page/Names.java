package peel.page;

import java.util.List;

/** Forces by the names of their areas, which are shorter: "Bedfordshire" for "Bedfordshire Police". */
public final class Names {

    private static final List<String> ENDINGS = List.of(" Police Service", " Police", " Constabulary");

    private Names() {}

    public static String plain(String name) {
        for (String ending : ENDINGS) {
            if (name.length() > ending.length() && name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}
