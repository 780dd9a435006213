package fi.sovittu.teams;

import fi.sovittu.attendance.Corrections;
import fi.sovittu.attendance.Recorder;
import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.live.Change;
import fi.sovittu.teams.Comparison.Choice;
import fi.sovittu.teams.Evidence.Case;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes what staff choose the record, all of it or nothing. Works inside the caller's transaction.
 */
final class Acceptances {
  /**
   * @param seen of the comparison that was looked at
   */
  record Item(UUID participant, Choice choice, String seen) {}

  private final SqlConnection connection;
  private final Change change;
  private final UUID meeting;
  private final UUID room;
  private final UUID actor;

  Acceptances(SqlConnection connection, Change change, UUID meeting, UUID room, UUID actor) {
    this.connection = connection;
    this.change = change;
    this.meeting = meeting;
    this.room = room;
    this.actor = actor;
  }

  /**
   * Records the choices. The same sent again changes nothing; {@link Choice#KEEP} restores what was
   * recorded before an acceptance.
   *
   * @return fails with BAD_REQUEST for a person twice, ATTENDANCE_CHANGED when any times are others
   *     than were seen, and with TEAMS_CONFLICT when a choice leaves open which of two records
   *     holds
   */
  Future<Void> accept(List<Item> items) {
    if (items.stream().map(Item::participant).distinct().count() < items.size()) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST, List.of(new Problem.Field("items", "name someone twice")));
    }
    List<Item> inOrder = items.stream().sorted(Comparator.comparing(Item::participant)).toList();
    // In one order for everyone, so that transactions never deadlock.
    Future<?> locked = Future.succeededFuture();
    for (Item item : inOrder) {
      locked =
          locked.compose(
              done -> Corrections.recorded(connection, meeting, item.participant()).mapEmpty());
    }
    List<UUID> attendees = inOrder.stream().map(Item::participant).toList();
    return locked
        .compose(done -> Evidence.read(connection, meeting, room, attendees))
        .compose(evidence -> {
          if (!evidence.matches().participants().keySet().containsAll(attendees)) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          List<Case> cases = evidence.of(attendees);
          Future<Void> done = Future.succeededFuture();
          for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            Item item = inOrder.get(i);
            done = done.compose(before -> accept(evidence, one, item));
          }
          return done;
        });
  }

  private Future<Void> accept(Evidence evidence, Case one, Item item) {
    Acceptance last = one.acceptance();
    if (!one.seen().equals(item.seen())) {
      return Future.failedFuture(Problem.of(Problem.Code.ATTENDANCE_CHANGED));
    }
    boolean done =
        last != null
            && !one.changed()
            && last.choice() == item.choice()
            && last.seen().equals(item.seen());
    if (done) {
      return Future.succeededFuture();
    }
    if (item.choice() == Choice.REPORT && !one.comparison().conflicts().isEmpty()) {
      return Future.failedFuture(Problem.of(Problem.Code.TEAMS_CONFLICT));
    }
    boolean keeps = item.choice() == Choice.KEEP;
    // What is restored is no report's any more, but the decision of whoever restores it.
    Recorder recorder =
        new Recorder(
            keeps ? Recorder.Source.STAFF : Recorder.Source.TEAMS,
            actor,
            reason(evidence.reports()));
    return Corrections.replace(
            connection,
            change,
            meeting,
            one.participant(),
            one.comparison().outcome(item.choice()),
            recorder)
        .compose(changed -> Recorded.of(connection, meeting, room, List.of(one.participant())))
        .compose(after ->
            Acceptance.keep(
                connection,
                meeting,
                room,
                actor,
                one,
                item.choice(),
                after.getOrDefault(one.participant(), List.of())))
        .compose(kept ->
            Audit.write(
                connection,
                meeting,
                actor,
                "teams.accept",
                one.participant(),
                new JsonObject().put("room", room.toString()).put("choice", item.choice().name())));
  }

  /** The names of the files. */
  private static String reason(List<Reports.Stored> reports) {
    String names = reports.stream().map(Reports.Stored::name).collect(Collectors.joining(", "));
    return names.length() <= Recorder.REASON_LIMIT
        ? names
        : names.substring(0, Recorder.REASON_LIMIT);
  }
}
