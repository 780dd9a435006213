package fi.sovittu.privacy;

import fi.sovittu.attendance.AttendanceSection;
import fi.sovittu.db.Audit;
import fi.sovittu.db.AuditDetails;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Erasing;
import fi.sovittu.identity.Redaction;
import fi.sovittu.identity.Sessions;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionName;
import fi.sovittu.meeting.MeetingNames;
import fi.sovittu.people.PeopleSection;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the names of a meeting's people when the time that the organiser set is over (GDPR,
 * article 5(1)(e)). Names, e-mail addresses, titles, reasons, reports and letters go, also where
 * they stand in what people wrote; who was counted, the intervals and what organisations answered
 * stay, and the programme, questions and goals as they were published.
 */
public final class Erasure {
  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /** How often meetings whose time is over are looked for, milliseconds. */
  static final long LOOK_MILLIS = 3_600_000;

  private static final String DUE =
      """
      select id from meeting where erased_at is null
        and (clock_timestamp() at time zone time_zone)::date > held_on + retention_days
      order by held_on limit 100
      """;

  private final Vertx vertx;
  private final Live live;
  private final Callers callers;
  private final List<Erasing> parts;

  /**
   * @param parts of the features, in the order in which they are called
   */
  public Erasure(Vertx vertx, Live live, Callers callers, List<Erasing> parts) {
    this.vertx = vertx;
    this.live = live;
    this.callers = callers;
    this.parts = List.copyOf(parts);
  }

  /** Looks now and every hour; the service may have been down when the time was over. */
  public void start() {
    look();
    vertx.setPeriodic(LOOK_MILLIS, hour -> look());
  }

  private void look() {
    live.write((connection, change) ->
            connection
                .preparedQuery(DUE)
                .execute()
                .compose(due -> {
                  Future<List<UUID>> erased = Future.succeededFuture(new ArrayList<>());
                  for (Row meeting : due) {
                    erased =
                        erased.compose(sofar ->
                            erase(connection, change, meeting.getUUID(0))
                                .map(more -> {
                                  sofar.addAll(more);
                                  return sofar;
                                }));
                  }
                  return erased;
                }))
        .onSuccess(this::forget)
        .onFailure(failure -> LOG.error("names are not erased yet", failure));
  }

  /** To be called after the commit, with what {@link #erase} has given. */
  void forget(List<UUID> signedOut) {
    callers.forgetSessions(signedOut);
    callers.forgetAll();
  }

  /**
   * Erases the names of a meeting; once more changes nothing.
   *
   * @return the participants who were signed out
   */
  Future<List<UUID>> erase(SqlConnection connection, Change change, UUID meeting) {
    return MeetingNames.markErased(connection, meeting)
        .compose(first -> {
          if (!first) {
            return Future.succeededFuture(List.of());
          }
          for (SectionName name : List.of(AttendanceSection.NAME, PeopleSection.NAME)) {
            change.touch(name, meeting);
          }
          return rooms(connection, change, meeting)
              .compose(told -> Redaction.of(connection, meeting))
              .compose(names -> erase(connection, meeting, names))
              .compose(erased ->
                  Audit.write(
                      connection, meeting, null, "privacy.erase", meeting, new JsonObject()))
              .compose(trail -> Sessions.endOfParticipants(connection, meeting));
        });
  }

  /** The trail at last: what features have emptied need not be read. */
  private Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    Future<?> done = Future.succeededFuture();
    for (Erasing part : parts) {
      done = done.compose(before -> part.erase(connection, meeting, names));
    }
    return done.compose(before -> AuditDetails.rewrite(connection, meeting, names::redactedJson));
  }

  /** Named results show names. */
  private static Future<Void> rooms(SqlConnection connection, Change change, UUID meeting) {
    return connection
        .preparedQuery("select id from room where meeting_id = $1")
        .execute(Tuple.of(meeting))
        .map(rows -> {
          rows.forEach(row -> RoomSections.touchResults(change, row.getUUID(0)));
          return null;
        });
  }
}
