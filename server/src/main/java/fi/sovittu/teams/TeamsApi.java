package fi.sovittu.teams;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Role;
import fi.sovittu.live.Live;
import fi.sovittu.teams.report.Columns;
import fi.sovittu.teams.report.DateOrder;
import fi.sovittu.teams.report.RefusedReport;
import fi.sovittu.teams.report.Report;
import fi.sovittu.teams.report.ReportLimits;
import fi.sovittu.teams.report.ReportReader;
import fi.sovittu.teams.report.ReportReading;
import fi.sovittu.teams.report.ReportSentences;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.sqlclient.SqlConnection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Attendance reports of Teams, for a room's secretary and the organiser. */
public final class TeamsApi {
  record Match(@Nullable UUID participant) {}

  record Choices(List<Acceptances.Item> items) {}

  /** A file that has been read. */
  private record Upload(Report report, byte[] digest) {}

  private final Vertx vertx;
  private final Db db;
  private final Live live;
  private final Callers callers;

  public TeamsApi(Vertx vertx, Db db, Live live, Callers callers) {
    this.vertx = vertx;
    this.db = db;
    this.live = live;
    this.callers = callers;
  }

  public void mount(Api api) {
    api.onBytes("previewTeamsReport", ReportLimits.BYTES, this::preview);
    api.onBytes("storeTeamsReport", ReportLimits.BYTES, this::store);
    api.on("withdrawTeamsReport", this::withdraw);
    api.on("getTeamsReconciliation", this::reconciliation);
    api.on("matchTeamsAttendee", this::match);
    api.on("forgetTeamsAttendee", this::forget);
    api.on("acceptTeamsTimes", this::accept);
  }

  private Future<Caller> recorder(Call call) {
    UUID room = call.pathId("room");
    return callers
        .caller(call)
        .map(caller -> {
          caller.mustRecord(room);
          return caller;
        });
  }

  private Future<Reply> preview(Call call) {
    return recorder(call)
        .compose(caller ->
            read(call, caller)
                .compose(upload ->
                    db.read(connection ->
                            Reports.taken(connection, caller.meeting(), upload.digest()))
                        .map(taken -> Reply.json(200, Preview.of(upload.report(), taken)))));
  }

  private Future<Reply> store(Call call) {
    UUID id = call.pathId("report");
    String name = fileName(call);
    return recorder(call)
        .compose(caller ->
            read(call, caller)
                .compose(upload ->
                    db.write(connection ->
                        Reports.store(
                            connection,
                            caller.meeting(),
                            call.pathId("room"),
                            caller.participant(),
                            id,
                            name,
                            upload.digest(),
                            upload.report()))))
        .map(done -> Reply.noContent())
        .recover(failure -> refused(failure, call.locale()));
  }

  private static String fileName(Call call) {
    String name = call.query("name");
    String shown = name == null ? "" : name.strip();
    if (shown.isEmpty()) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST, List.of(new Problem.Field("name", "is blank")));
    }
    return shown;
  }

  /**
   * Reads the file on a worker: twenty thousand rows take long, and votes must not wait for that.
   */
  private Future<Upload> read(Call call, Caller caller) {
    byte[] file = call.bytes();
    ReportReading.Wishes wishes = wishes(call);
    return db.read(connection -> Reports.known(connection, caller.meeting(), call.pathId("room")))
        .compose(known ->
            onWorker(() -> new Upload(ReportReader.read(file, known, wishes), digest(file))))
        .recover(failure -> refused(failure, call.locale()));
  }

  private <T> Future<T> onWorker(Callable<T> work) {
    return vertx.executeBlocking(work, false).map(result -> Objects.requireNonNull(result));
  }

  private static byte[] digest(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static <T> Future<T> refused(Throwable failure, Locale locale) {
    return Future.failedFuture(
        failure instanceof RefusedReport refused
            ? ReportSentences.problem(refused, locale)
            : failure);
  }

  private static ReportReading.Wishes wishes(Call call) {
    String order = call.query("dateOrder");
    String zone = call.query("zone");
    return new ReportReading.Wishes(
        order == null ? null : DateOrder.valueOf(order),
        zone == null ? null : zone(zone),
        columns(call),
        span(call));
  }

  /** Both ends or neither. */
  private static ReportReading.@Nullable Span span(Call call) {
    String from = call.query("presentFrom");
    String until = call.query("presentUntil");
    if (from == null && until == null) {
      return null;
    }
    if (from == null
        || until == null
        || LocalTime.parse(from).compareTo(LocalTime.parse(until)) >= 0) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST,
          List.of(new Problem.Field("presentUntil", "is needed, and later than presentFrom")));
    }
    return new ReportReading.Span(LocalTime.parse(from), LocalTime.parse(until));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST, List.of(new Problem.Field("zone", "is unknown")));
    }
  }

  /** All columns or none: whoever says one has seen them all. */
  private static @Nullable Columns columns(Call call) {
    Columns columns =
        new Columns(
            column(call, "nameColumn"),
            column(call, "emailColumn"),
            column(call, "joinedColumn"),
            column(call, "leftColumn"),
            column(call, "actionColumn"));
    if (columns.name() != Columns.NONE && columns.joined() != Columns.NONE) {
      return columns;
    }
    boolean any = columns.name() + columns.joined() > 2 * Columns.NONE;
    if (any || columns.email() + columns.left() + columns.action() > 3 * Columns.NONE) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST,
          List.of(new Problem.Field("nameColumn", "is needed, and joinedColumn")));
    }
    return null;
  }

  private static int column(Call call, String name) {
    String number = call.query(name);
    return number == null ? Columns.NONE : Integer.parseInt(number) - 1;
  }

  private Future<Reply> withdraw(Call call) {
    return command(
        call,
        (connection, caller) ->
            Reports.withdraw(
                connection,
                caller.meeting(),
                call.pathId("room"),
                caller.participant(),
                call.pathId("report")));
  }

  private Future<Reply> match(Call call) {
    Match match = call.body(Match.class);
    return command(
        call,
        (connection, caller) ->
            Matches.decide(
                connection,
                caller.meeting(),
                call.pathId("room"),
                caller.participant(),
                call.pathId("attendee"),
                match.participant()));
  }

  private Future<Reply> forget(Call call) {
    return command(
        call,
        (connection, caller) ->
            Matches.forget(
                connection,
                caller.meeting(),
                call.pathId("room"),
                caller.participant(),
                call.pathId("attendee")));
  }

  /** What changes nothing that others see live. */
  private Future<Reply> command(Call call, BiFunction<SqlConnection, Caller, Future<Void>> work) {
    return recorder(call)
        .compose(caller -> db.write(connection -> work.apply(connection, caller)))
        .map(done -> Reply.noContent());
  }

  private Future<Reply> reconciliation(Call call) {
    UUID room = call.pathId("room");
    return recorder(call)
        .compose(caller ->
            db.read(connection -> Evidence.read(connection, caller.meeting(), room, List.of()))
                // Names are compared with names, thousands with thousands.
                .compose(evidence ->
                    onWorker(() ->
                        Json.encodeToBuffer(
                            Reconciliation.of(evidence, caller.has(Role.ORGANISER))))))
        .map(encoded -> Reply.json(200, encoded));
  }

  private Future<Reply> accept(Call call) {
    UUID room = call.pathId("room");
    List<Acceptances.Item> items = call.body(Choices.class).items();
    return recorder(call)
        .compose(caller ->
            live.write((connection, change) ->
                    new Acceptances(
                            connection, change, caller.meeting(), room, caller.participant())
                        .accept(items))
                .map(done -> {
                  items.forEach(item -> callers.forget(item.participant()));
                  return Reply.noContent();
                }));
  }
}
