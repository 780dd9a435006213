package fi.sovittu.letters;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;

/** Badges, letters and the list to mail from, for organisers; who took which is kept. */
public final class LettersApi {
  private final Db db;
  private final Callers callers;
  private final Keys keys;
  private final WorkerExecutor printer;

  public LettersApi(Vertx vertx, Db db, Callers callers, Keys keys) {
    this.db = db;
    this.callers = callers;
    this.keys = keys;
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
        .compose(
            caller -> db.write(connection -> Handout.take(connection, caller, paper, choice, keys)))
        .compose(handout -> printer.executeBlocking(() -> reply(paper, handout), false));
  }

  private static Reply reply(Paper paper, Handout handout) {
    return Reply.bytes(Buffer.buffer(handout.bytes(paper)), paper.mediaType())
        .withHeader(
            "Content-Disposition", "attachment; filename=\"" + handout.fileName(paper) + "\"")
        .withHeader("Cache-Control", "no-store");
  }
}
