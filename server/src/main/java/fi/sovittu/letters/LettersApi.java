package fi.sovittu.letters;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Links;
import fi.sovittu.identity.Callers;
import fi.sovittu.meeting.JoinUrls;
import fi.sovittu.paper.Typeface;
import fi.sovittu.table.Csv;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Badges, letters and the list to mail from, for organisers; who took which is kept. */
public final class LettersApi {
  /** What people are handed. */
  private enum Paper {
    BADGES("badges.pdf"),
    LETTERS("letters.pdf"),
    LINKS("links.csv");

    private final String file;

    Paper(String file) {
      this.file = file;
    }

    static Paper of(String file) {
      for (Paper paper : values()) {
        if (paper.file.equals(file)) {
          return paper;
        }
      }
      throw new IllegalArgumentException("not in the contract: " + file);
    }

    String key() {
      return file.substring(0, file.indexOf('.'));
    }

    String ending() {
      return file.substring(file.indexOf('.'));
    }
  }

  private record Content(Occasion occasion, List<Invited> people) {}

  private final Db db;
  private final Callers callers;
  private final Links links;
  private final JoinUrls urls;
  private final WorkerExecutor printer;

  public LettersApi(Vertx vertx, Db db, Callers callers, Links links, JoinUrls urls) {
    this.db = db;
    this.callers = callers;
    this.links = links;
    this.urls = urls;
    // One at a time: thousands of pages take much memory.
    this.printer = vertx.createSharedWorkerExecutor("letters", 1, 5, TimeUnit.MINUTES);
  }

  public void mount(Api api) {
    api.on("getLetters", this::letters);
  }

  private Future<Reply> letters(Call call) {
    Paper paper = Paper.of(call.path("file"));
    Choice choice =
        Choice.of(call.query("organisation"), call.query("group"), call.query("participants"));
    return callers
        .organiser(call)
        .compose(caller -> db.write(connection -> content(connection, caller, paper, choice)))
        .compose(content -> printer.executeBlocking(() -> reply(paper, content), false));
  }

  private Future<Content> content(
      SqlConnection connection, Caller caller, Paper paper, Choice choice) {
    UUID meeting = caller.meeting();
    return Occasion.read(connection, meeting, urls)
        .compose(occasion ->
            Invited.read(connection, meeting, choice, LetterLimits.PEOPLE + 1, links, urls)
                .map(people -> new Content(occasion, people)))
        .compose(content -> {
          int people = content.people().size();
          if (people == 0) {
            throw Problem.of(Problem.Code.NOBODY_INVITED);
          }
          if (people > LetterLimits.PEOPLE) {
            throw Problem.of(Problem.Code.TOO_MANY_INVITED, LetterLimits.PEOPLE);
          }
          JsonObject detail =
              new JsonObject()
                  .put("file", paper.file)
                  .put("people", people)
                  .put("organisation", text(choice.organisation()))
                  .put("group", text(choice.group()))
                  .put("chosen", choice.people() != null);
          return Audit.write(
                  connection, meeting, caller.participant(), "letters.download", meeting, detail)
              .map(content);
        });
  }

  private static @Nullable String text(@Nullable UUID id) {
    return Objects.toString(id, null);
  }

  private static Reply reply(Paper paper, Content content) {
    Occasion occasion = content.occasion();
    LetterWords words = new LetterWords(occasion.language());
    byte[] bytes;
    try (Typeface typeface = Typeface.load()) {
      bytes =
          switch (paper) {
            case BADGES -> Badges.pdf(occasion, content.people(), words, typeface);
            case LETTERS -> Letters.pdf(occasion, content.people(), words, typeface);
            case LINKS -> MailMerge.csv(content.people(), words);
          };
    }
    String name = words.of("file." + paper.key()) + "-" + occasion.date() + paper.ending();
    return Reply.bytes(
            Buffer.buffer(bytes), paper == Paper.LINKS ? Csv.MEDIA_TYPE : "application/pdf")
        .withHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .withHeader("Cache-Control", "no-store");
  }
}
