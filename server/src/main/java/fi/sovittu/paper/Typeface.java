package fi.sovittu.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Liberation Sans, as PDFBox brings it (SIL Open Font License 1.1): Latin with all its accents,
 * Greek and Cyrillic. Tells what can be printed with it and how long that is. One thread at a time.
 */
public final class Typeface implements AutoCloseable {
  static final String FAMILY = "Liberation Sans";

  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** Stands for a letter that the typeface does not have. */
  private static final int BOX = 0x25A1;

  private static final String CUT = "…";

  /**
   * Lines that fit into a box.
   *
   * @param size of the type, points
   */
  public record Fitted(double size, List<String> lines) {}

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final int unitsPerEm;

  private Typeface(TrueTypeFont font, CmapLookup glyphs, int unitsPerEm) {
    this.font = font;
    this.glyphs = glyphs;
    this.unitsPerEm = unitsPerEm;
  }

  /** Reads the typeface, about 400 kB; whoever has it closes it. */
  public static Typeface load() {
    try (InputStream file = file()) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      return new Typeface(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The typeface's file. */
  static InputStream file() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(RESOURCE));
  }

  /**
   * The text as it can be printed: letters of other scripts become boxes, emoji and control
   * characters go.
   */
  public String printable(String text) {
    StringBuilder printable = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(character -> {
          if (Character.isWhitespace(character)) {
            printable.append(' ');
          } else if (isControl(character)) {
            return;
          } else if (glyphs.getGlyphId(character) != 0) {
            printable.appendCodePoint(character);
          } else if (Character.isLetterOrDigit(character)) {
            printable.appendCodePoint(BOX);
          }
        });
    return printable.toString().strip();
  }

  /** Surrogates, soft hyphens, joiners and the like: nothing to see. */
  private static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /**
   * Breaks a printable text into lines and finds the largest size at which they fit into a box;
   * what does not fit at the smallest size is cut with an ellipsis.
   *
   * @param width of the box, points
   * @param height of the box, points
   * @param largest size to try first, points
   * @param smallest size that can still be read, points
   * @param leading from line to line, in sizes
   */
  public Fitted fit(
      String text, double width, double height, double largest, double smallest, double leading) {
    for (double size = largest; size >= smallest; size -= 0.5) {
      List<String> lines = lines(text, width / size);
      if (lines.size() * size * leading <= height) {
        return new Fitted(size, lines);
      }
    }
    List<String> lines = lines(text, width / smallest);
    int most = Math.max(1, (int) (height / smallest / leading));
    List<String> kept = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
    if (kept.size() < lines.size()) {
      String last = kept.removeLast().strip();
      while (!last.isEmpty() && ems(last + CUT) > width / smallest) {
        last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
      }
      kept.add(last + CUT);
    }
    return new Fitted(smallest, kept);
  }

  /** Breaks at spaces and after hyphens and slashes, and words that are too long anywhere. */
  private List<String> lines(String text, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("(?<=[ /\\-–])")) {
      if (!line.isEmpty() && ems(line + word.stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      for (int character : word.codePoints().toArray()) {
        if (character != ' '
            && !line.isEmpty()
            && ems(line + Character.toString(character)) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.appendCodePoint(character);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** How long a line is, in sizes of the type. */
  private double ems(String line) {
    try {
      long units = 0;
      for (int character : line.codePoints().toArray()) {
        units += font.getAdvanceWidth(glyphs.getGlyphId(character));
      }
      return (double) units / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      font.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
