package peel.reading.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** The small shapes of a page, filled or as an outline. Browsers draw the bullets of lists instead of printing them. */
final class PdfBullets {

    private static final float SMALLEST = 1.2f;
    private static final float LARGEST = 9;

    /** How much longer than wide a shape may be, or the other way round. */
    private static final float LONGEST = 1.7f;

    /** The distance of a bullet from its text, as a multiple of the font size. */
    private static final float FARTHEST = 3.5f;

    /** Shapes from which a page is a drawing. */
    private static final int MOST = 2000;

    private record Shape(float x, float y) {}

    private final List<Shape> shapes = new ArrayList<>();
    private final float left;
    private final float bottom;
    private final float width;
    private final float height;
    private float minX;
    private float minY;
    private float maxX;
    private float maxY;
    private boolean begun;

    PdfBullets(PDRectangle page) {
        left = page.getLowerLeftX();
        bottom = page.getLowerLeftY();
        width = page.getWidth();
        height = page.getHeight();
    }

    /** Follows the operators that construct and paint paths. */
    void process(String operator, List<COSBase> operands, Matrix matrix) {
        switch (operator) {
            case "m", "l", "c", "v", "y" -> {
                for (int i = 0; i + 1 < operands.size(); i += 2) {
                    add(operands.get(i), operands.get(i + 1), matrix);
                }
            }
            case "re" -> addRectangle(operands, matrix);
            case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s" -> {
                paint();
                begun = false;
            }
            case "n" -> begun = false;
            default -> {}
        }
    }

    private void addRectangle(List<COSBase> operands, Matrix matrix) {
        if (operands.size() == 4
                && operands.get(0) instanceof COSNumber x
                && operands.get(1) instanceof COSNumber y
                && operands.get(2) instanceof COSNumber across
                && operands.get(3) instanceof COSNumber up) {
            add(x.floatValue(), y.floatValue(), matrix);
            add(x.floatValue() + across.floatValue(), y.floatValue() + up.floatValue(), matrix);
        }
    }

    private void add(COSBase x, COSBase y, Matrix matrix) {
        if (x instanceof COSNumber across && y instanceof COSNumber up) {
            add(across.floatValue(), up.floatValue(), matrix);
        }
    }

    private void add(float x, float y, Matrix matrix) {
        var at = matrix.transformPoint(x, y);
        float atX = at.x - left;
        float atY = at.y - bottom;
        minX = begun ? Math.min(minX, atX) : atX;
        minY = begun ? Math.min(minY, atY) : atY;
        maxX = begun ? Math.max(maxX, atX) : atX;
        maxY = begun ? Math.max(maxY, atY) : atY;
        begun = true;
    }

    private void paint() {
        float across = maxX - minX;
        float up = maxY - minY;
        if (begun
                && shapes.size() < MOST
                && Math.min(across, up) >= SMALLEST
                && Math.max(across, up) <= LARGEST
                && across <= LONGEST * up
                && up <= LONGEST * across) {
            shapes.add(new Shape((minX + maxX) / 2, (minY + maxY) / 2));
        }
    }

    /**
     * Whether a bullet stands before a line.
     *
     * @param direction of the line's text, in degrees
     * @param start where the line starts, in the direction of its text
     * @param baseline down from the top, if the text is upright
     */
    boolean isBefore(int direction, float start, float baseline, float size) {
        for (Shape shape : shapes) {
            float x = switch (direction) {
                case 90 -> shape.y();
                case 180 -> width - shape.x();
                case 270 -> height - shape.y();
                default -> shape.x();
            };
            float y = switch (direction) {
                case 90 -> shape.x();
                case 180 -> shape.y();
                case 270 -> width - shape.x();
                default -> height - shape.y();
            };
            if (x < start && start - x < FARTHEST * size && y < baseline && y > baseline - 0.75f * size) {
                return true;
            }
        }
        return false;
    }
}
