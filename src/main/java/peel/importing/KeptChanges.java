package peel.importing;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads {@code peel.dataset.kept-changes}, and refuses numbers beyond its bounds. */
public final class KeptChanges implements Converter<Integer> {

    private static final long serialVersionUID = 1;

    private static final int MAXIMUM = 1_000_000;

    @Override
    public Integer convert(String value) {
        int changes = Integer.parseInt(value.strip());
        if (changes < 1 || changes > MAXIMUM) {
            throw new IllegalArgumentException("must be from 1 to " + MAXIMUM);
        }
        return changes;
    }
}
