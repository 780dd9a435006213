package fi.sovittu.letters;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.paper.Typeface;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting and those of its people who are handed a paper. Immutable. */
record Handout(Occasion occasion, List<Invited> people) {
  /**
   * Reads all that is to be printed, and keeps in the log who took it.
   *
   * @return fails with NOBODY_INVITED, or TOO_MANY_INVITED with the limit
   */
  static Future<Handout> take(
      SqlConnection connection, Caller caller, Paper paper, Choice choice, Keys keys) {
    UUID meeting = caller.meeting();
    return Occasion.read(connection, meeting, keys.urls())
        .compose(occasion ->
            Invited.read(connection, meeting, choice, LetterLimits.PEOPLE + 1, keys)
                .map(people -> new Handout(occasion, people)))
        .compose(handout -> {
          int people = handout.people().size();
          if (people == 0) {
            throw Problem.of(Problem.Code.NOBODY_INVITED);
          }
          if (people > LetterLimits.PEOPLE) {
            throw Problem.of(Problem.Code.TOO_MANY_INVITED, LetterLimits.PEOPLE);
          }
          JsonObject detail =
              new JsonObject()
                  .put("file", paper.file())
                  .put("people", people)
                  .put("organisation", text(choice.organisation()))
                  .put("group", text(choice.group()))
                  .put("chosen", choice.people() != null);
          return Audit.write(
                  connection, meeting, caller.participant(), "letters.download", meeting, detail)
              .map(handout);
        });
  }

  private static @Nullable String text(@Nullable UUID id) {
    return Objects.toString(id, null);
  }

  /** Blocks for as long as it takes, seconds for thousands of pages: never on an event loop. */
  byte[] bytes(Paper paper) {
    try (Typeface typeface = Typeface.load()) {
      return switch (paper) {
        case BADGES -> Badges.pdf(occasion, people, words(), typeface);
        case LETTERS -> Letters.pdf(occasion, people, words(), typeface);
        case LINKS -> MailMerge.csv(people, words());
      };
    }
  }

  /** In the meeting's language, with its day. */
  String fileName(Paper paper) {
    return words().of("file." + paper.key()) + "-" + occasion.date() + paper.ending();
  }

  private LetterWords words() {
    return new LetterWords(occasion.language());
  }
}
