package peel.execution;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Collects the bytes of an answer. The JSON generator delivers them in parts of 8,000 bytes; most answers have one. */
final class AnswerBytes extends OutputStream {

    private final IntConsumer growth;
    private final List<byte[]> parts = new ArrayList<>(1);
    private int length;

    /**
     * An empty answer.
     *
     * @param growth is told the length of each part before it is kept
     */
    AnswerBytes(IntConsumer growth) {
        this.growth = growth;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int count) {
        growth.accept(count);
        byte[] part = new byte[count];
        System.arraycopy(source, from, part, 0, count);
        parts.add(part);
        length += count;
    }

    /** The whole answer. */
    byte[] all() {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
