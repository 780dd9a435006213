package fi.sovittu.letters;

import fi.sovittu.paper.Markup;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter of invitation to be sent by e-mail, in the meeting's language: as plain text and as a
 * page, saying the same. Whatever people are called, each of its lines stays one line. Immutable.
 *
 * @param email the address as it was given; null without one
 * @param generation of the personal link that is in it
 * @param subject one line
 * @param text lines with {@code \n} between them
 * @param html a whole document
 */
public record Invitation(
    @Nullable String email, int generation, String subject, String text, String html) {
  /** Also what ends a line or turns the writing around without being seen. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s\\u202A-\\u202E\\u2066-\\u2069]+");

  private record Fact(String name, List<String> lines) {}

  /**
   * The letter to a person as everything is now.
   *
   * @return null for somebody whose personal link does not open: revoked, merged into another
   *     entry, or nobody of the meeting
   */
  public static Future<@Nullable Invitation> read(
      SqlConnection connection, UUID meeting, UUID participant, Keys keys) {
    Choice choice = new Choice(null, null, new UUID[] {participant});
    return Invited.read(connection, meeting, choice, 1, keys)
        .compose(people ->
            people.isEmpty()
                ? Future.succeededFuture()
                : Occasion.read(connection, meeting, keys.urls())
                    .map(occasion -> of(occasion, people.getFirst())));
  }

  static Invitation of(Occasion occasion, Invited participant) {
    LetterWords words = new LetterWords(occasion.language());
    String title = line(occasion.title());
    String greeting = words.of("mail.greeting", line(participant.name()));
    String invited = words.of("mail.invited", title);
    List<Fact> facts = facts(occasion, participant, words);
    String otherwise = words.of("otherwise", occasion.code());
    return new Invitation(
        participant.email(),
        participant.generation(),
        words.of("mail.subject", title),
        text(greeting, invited, facts, participant.link(), otherwise, occasion.joinUrl(), words),
        html(title, greeting, invited, facts, participant, otherwise, occasion, words));
  }

  /** On one line. */
  private static String line(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  private static List<Fact> facts(Occasion occasion, Invited participant, LetterWords words) {
    List<Fact> facts = new ArrayList<>();
    Occasion.Hours hours = occasion.hours();
    String date = words.date(occasion.date());
    facts.add(
        new Fact(
            words.of("when"),
            List.of(hours == null ? date : words.of("at", date, words.hours(hours)))));
    facts.add(
        new Fact(
            words.of("rooms"),
            occasion.roomsOf(participant).stream()
                .map(room ->
                    (room.hours() == null ? "" : words.hours(room.hours()) + " ")
                        + line(room.name()))
                .toList()));
    String tasks = words.tasks(participant, occasion);
    if (!tasks.isEmpty()) {
      facts.add(new Fact(words.of("task"), List.of(line(tasks))));
    }
    if (participant.expected() != null) {
      facts.add(
          new Fact(words.of("channel"), List.of(words.of("channel." + participant.expected()))));
    }
    return facts;
  }

  private static String text(
      String greeting,
      String invited,
      List<Fact> facts,
      String link,
      String otherwise,
      String joinUrl,
      LetterWords words) {
    StringBuilder text = new StringBuilder();
    text.append(greeting).append("\n\n").append(invited).append("\n\n");
    for (Fact fact : facts) {
      text.append(fact.name()).append(":\n");
      fact.lines().forEach(one -> text.append("  ").append(one).append('\n'));
    }
    text.append('\n').append(words.of("mail.open")).append("\n\n").append(link).append("\n\n");
    text.append(words.of("mail.personal")).append("\n\n");
    text.append(otherwise).append('\n').append(joinUrl).append("\n\n");
    return text.append(words.of("mail.automatic")).append('\n').toString();
  }

  private static String html(
      String title,
      String greeting,
      String invited,
      List<Fact> facts,
      Invited participant,
      String otherwise,
      Occasion occasion,
      LetterWords words) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");
    html.append("<html lang=\"").append(occasion.language().getLanguage()).append("\">\n");
    html.append("<head><meta charset=\"utf-8\"><title>").append(Markup.escaped(title));
    html.append("</title></head>\n<body>\n");
    paragraph(html, greeting);
    paragraph(html, invited);
    html.append("<dl>\n");
    for (Fact fact : facts) {
      html.append("<dt>").append(Markup.escaped(fact.name())).append("</dt>\n");
      fact.lines()
          .forEach(one -> html.append("<dd>").append(Markup.escaped(one)).append("</dd>\n"));
    }
    html.append("</dl>\n");
    paragraph(html, words.of("mail.open"));
    link(html, participant.link());
    paragraph(html, words.of("mail.personal"));
    paragraph(html, otherwise);
    link(html, occasion.joinUrl());
    paragraph(html, words.of("mail.automatic"));
    return html.append("</body>\n</html>\n").toString();
  }

  private static void paragraph(StringBuilder html, String text) {
    html.append("<p>").append(Markup.escaped(text)).append("</p>\n");
  }

  private static void link(StringBuilder html, String address) {
    String escaped = Markup.escaped(address);
    html.append("<p><a href=\"").append(escaped).append("\">").append(escaped);
    html.append("</a></p>\n");
  }
}
