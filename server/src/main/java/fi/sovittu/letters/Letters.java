package fi.sovittu.letters;

import fi.sovittu.paper.Markup;
import fi.sovittu.paper.Typeface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letters of one A4 page: who is invited to what and when, and how to come in. Pure. */
final class Letters {
  /** More rooms than these would not leave the rest of the page alone. */
  private static final int MOST_ROOMS = 6;

  private static final double POINTS = 72 / 25.4;
  private static final double LEADING = 1.25;

  private static final String STYLE =
      """
      @page { size: 210mm 297mm; margin: 20mm 20mm 15mm 20mm }
      body { font-size: 11pt; line-height: 1.4 }
      .letter { position: relative; height: 260mm }
      .next { page-break-before: always }
      .address { height: 37mm; width: 80mm; padding-top: 15mm; line-height: 1.25 }
      h1 { font-weight: normal; line-height: 1.25; margin: 2mm 0 4mm 0 }
      h2 { font-size: 13pt; font-weight: normal; margin: 6mm 0 2mm 0 }
      table { border-collapse: collapse; width: 100% }
      th { width: 34mm; font-weight: normal; text-align: left }
      th, td { vertical-align: top; padding: 1mm 3mm 1mm 0 }
      .code { width: 48mm }
      .link { padding-top: 5mm; line-height: 1.25 }
      p { margin-bottom: 2mm }
      """;

  private final Occasion occasion;
  private final LetterWords words;
  private final Typeface typeface;
  private final Markup markup;

  private Letters(Occasion occasion, LetterWords words, Typeface typeface) {
    this.occasion = occasion;
    this.words = words;
    this.typeface = typeface;
    this.markup =
        new Markup(typeface, occasion.language(), words.of("letters", occasion.title()), STYLE);
  }

  static byte[] pdf(Occasion occasion, List<Invited> people, LetterWords words, Typeface typeface) {
    Letters letters = new Letters(occasion, words, typeface);
    for (int i = 0; i < people.size(); i++) {
      letters.letter(people.get(i), i > 0);
    }
    return letters.markup.pdf();
  }

  private void letter(Invited participant, boolean next) {
    markup.tag(next ? "<div class=\"letter next\">" : "<div class=\"letter\">");
    markup.tag("<div class=\"address\">");
    lines(participant.name(), 80, 15, 11, 8);
    lines(participant.title(), 80, 10, 11, 8);
    lines(participant.organisation(), 80, 10, 11, 8);
    markup.tag("</div>").element("p", words.of("welcome")).tag("<h1>");
    lines(occasion.title(), 165, 26, 19, 12);
    markup.tag("</h1>");
    facts(participant);
    markup.element("h2", words.of("enter"));
    markup.element("p", words.of("open")).element("p", words.of("personal"));
    markup
        .tag("<table><tr><td class=\"code\">")
        .qr(participant.link(), "width: 45mm; height: 45mm");
    markup.tag("</td><td class=\"link\">");
    int secret = participant.link().indexOf('#') + 1;
    lines(participant.link().substring(0, secret), 115, 15, 12, 9);
    lines(participant.link().substring(secret), 115, 15, 12, 9);
    markup.tag("</td></tr></table>").element("p", words.of("otherwise", occasion.code()));
    lines(occasion.joinUrl(), 165, 10, 11, 9);
    markup.tag("</div>");
  }

  /**
   * A text in a place of its own, so that one page suffices however long it is. An address of a
   * page has no spaces at which it would break by itself.
   *
   * @param width millimetres, as the height
   * @param largest size of the type, points, as the smallest
   */
  private void lines(
      @Nullable String text, double width, double height, double largest, double smallest) {
    if (text == null) {
      return;
    }
    Typeface.Fitted fitted =
        typeface.fit(
            typeface.printable(text), width * POINTS, height * POINTS, largest, smallest, LEADING);
    markup.tag(
        "<div style=\"font-size: %spt; line-height: %s\">".formatted(fitted.size(), LEADING));
    fitted.lines().forEach(part -> markup.element("div", part));
    markup.tag("</div>");
  }

  private void facts(Invited participant) {
    markup.tag("<table>");
    Occasion.Hours hours = occasion.hours();
    fact(
        "when",
        hours == null
            ? words.date(occasion.date())
            : words.of("at", words.date(occasion.date()), words.hours(hours)));
    List<Occasion.Room> rooms = occasion.roomsOf(participant);
    markup.tag("<tr>").element("th", words.of("rooms")).tag("<td>");
    for (Occasion.Room room : rooms.subList(0, Math.min(MOST_ROOMS, rooms.size()))) {
      String at = room.hours() == null ? "" : words.hours(room.hours()) + " ";
      lines(at + room.name(), 130, 5, 11, 8);
    }
    markup.tag(rooms.size() > MOST_ROOMS ? "<div>…</div></td></tr>" : "</td></tr>");
    String tasks = words.tasks(participant, occasion);
    if (!tasks.isEmpty()) {
      fact("task", tasks);
    }
    if (participant.expected() != null) {
      fact("channel", words.of("channel." + participant.expected()));
    }
    markup.tag("</table>");
  }

  private void fact(String key, String text) {
    markup.tag("<tr>").element("th", words.of(key)).tag("<td>");
    lines(text, 130, 10, 11, 8);
    markup.tag("</td></tr>");
  }
}
