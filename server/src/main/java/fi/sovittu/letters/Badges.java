package fi.sovittu.letters;

import fi.sovittu.paper.Markup;
import fi.sovittu.paper.Typeface;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A4 sheets of ten badges of 90 × 54 mm, two side by side, with marks outside of them to cut along.
 * Pure.
 */
final class Badges {
  static final int COLUMNS = 2;
  static final int ROWS = 5;

  /** Millimetres, as all lengths here. */
  static final double WIDTH = 90;

  static final double HEIGHT = 54;
  static final double LEFT = 15;
  static final double TOP = 13.5;

  private static final double POINTS = 72 / 25.4;
  private static final double LEADING = 1.15;

  private static final String STYLE =
      """
      @page { size: 210mm 297mm; margin: 0 }
      .sheet { position: relative; width: 210mm; height: 296mm }
      .next { page-break-before: always }
      .cut { position: absolute; background: #000 }
      .box { position: absolute; white-space: nowrap }
      object { position: absolute; display: block }
      """;

  private final Occasion occasion;
  private final LetterWords words;
  private final Typeface typeface;
  private final Markup markup;

  private Badges(Occasion occasion, LetterWords words, Typeface typeface) {
    this.occasion = occasion;
    this.words = words;
    this.typeface = typeface;
    this.markup =
        new Markup(typeface, occasion.language(), words.of("badges", occasion.title()), STYLE);
  }

  static byte[] pdf(Occasion occasion, List<Invited> people, LetterWords words, Typeface typeface) {
    Badges badges = new Badges(occasion, words, typeface);
    int most = COLUMNS * ROWS;
    for (int first = 0; first < people.size(); first += most) {
      badges.sheet(first > 0, people.subList(first, Math.min(first + most, people.size())));
    }
    return badges.markup.pdf();
  }

  private void sheet(boolean next, List<Invited> people) {
    markup.tag(next ? "<div class=\"sheet next\">" : "<div class=\"sheet\">");
    for (int column = 0; column <= COLUMNS; column++) {
      cut(LEFT + column * WIDTH, 5, 0.2, 6);
      cut(LEFT + column * WIDTH, TOP + ROWS * HEIGHT + 2.5, 0.2, 6);
    }
    for (int row = 0; row <= ROWS; row++) {
      cut(5, TOP + row * HEIGHT, 7, 0.2);
      cut(LEFT + COLUMNS * WIDTH + 3, TOP + row * HEIGHT, 7, 0.2);
    }
    for (int i = 0; i < people.size(); i++) {
      badge(people.get(i), LEFT + i % COLUMNS * WIDTH, TOP + i / COLUMNS * HEIGHT);
    }
    markup.tag("</div>");
  }

  private void cut(double x, double y, double width, double height) {
    markup.tag("<div class=\"cut\" style=\"" + place(x, y, width, height) + "\"></div>");
  }

  private void badge(Invited participant, double x, double y) {
    box(participant.name(), x + 5, y + 4, 80, 14.5, 22, 7);
    box(participant.organisation(), x + 5, y + 20, 46, 12, 12, 6.5);
    box(participant.title(), x + 5, y + 32.5, 46, 7.5, 9, 6);
    box(places(participant), x + 5, y + 40.5, 46, 10, 9, 6);
    markup.qr(participant.badge(), place(x + 53, y + 18.5, 34, 34));
  }

  /** Where the person will be and what they do there. */
  private String places(Invited participant) {
    UUID room = participant.room();
    String tasks = words.tasks(participant, occasion);
    if (room == null
        || participant.tasks().stream().anyMatch(task -> Objects.equals(task.room(), room))) {
      return tasks;
    }
    return tasks.isEmpty() ? occasion.room(room) : occasion.room(room) + " · " + tasks;
  }

  private void box(
      @Nullable String text,
      double x,
      double y,
      double width,
      double height,
      double largest,
      double smallest) {
    if (text == null) {
      return;
    }
    Typeface.Fitted fitted =
        typeface.fit(
            typeface.printable(text), width * POINTS, height * POINTS, largest, smallest, LEADING);
    markup.tag(
        "<div class=\"box\" style=\"%s; font-size: %spt; line-height: %s\">"
            .formatted(place(x, y, width, height), fitted.size(), LEADING));
    fitted.lines().forEach(line -> markup.element("div", line));
    markup.tag("</div>");
  }

  private static String place(double x, double y, double width, double height) {
    return String.format(
        Locale.ROOT,
        "left: %.2fmm; top: %.2fmm; width: %.2fmm; height: %.2fmm",
        x,
        y,
        width,
        height);
  }
}
