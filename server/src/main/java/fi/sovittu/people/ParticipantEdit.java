package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Role;
import fi.sovittu.live.Change;
import fi.sovittu.people.roster.RosterWords;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One saying of an organiser who a person is, new or not; the same again changes nothing. Works
 * inside the caller's transaction.
 *
 * @param words of the language in which a fault is told
 */
record ParticipantEdit(
    SqlConnection connection,
    Change change,
    Caller caller,
    UUID id,
    ParticipantForm form,
    RosterWords words) {

  /**
   * The meeting is locked, so that imports and organisers take turns.
   *
   * @return fails with PARTICIPANT_INVALID, OWN_ROLE when the caller would be no organiser any
   *     more, EMAIL_TAKEN, NOT_FOUND for a person of another meeting or one who was merged
   */
  Future<Void> run() {
    return connection
        .preparedQuery("select id from meeting where id = $1 for no key update")
        .execute(Tuple.of(caller.meeting()))
        .compose(locked -> Known.read(connection, caller.meeting()))
        .compose(known -> {
          Entry now =
              known.entries().stream()
                  .filter(entry -> entry.id().equals(id))
                  .findAny()
                  .orElse(null);
          if (now != null && now.mergedInto() != null) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return now != null ? put(known, now) : mustBeNew().compose(fresh -> put(known, null));
        });
  }

  /** The id of someone in another meeting is nobody's here. */
  private Future<Void> mustBeNew() {
    return connection
        .preparedQuery("select 1 from participant where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> {
          if (rows.size() > 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return null;
        });
  }

  private Future<Void> put(Known known, @Nullable Entry now) {
    Participant participant = form.participant(id, now, known, words);
    if (id.equals(caller.participant()) && !participant.has(Role.ORGANISER)) {
      throw Problem.of(Problem.Code.OWN_ROLE);
    }
    Participant before = now == null ? null : now.participant();
    return participant.equals(before)
        ? Future.succeededFuture()
        : store(participant, before == null);
  }

  private Future<Void> store(Participant participant, boolean fresh) {
    JsonObject detail =
        new JsonObject()
            .put("name", participant.name())
            .put("organisation", Objects.toString(participant.organisation(), null))
            .put("roles", participant.roles().toString())
            .put("represents", participant.represents())
            .put("voting", participant.voting().name())
            .put("new", fresh);
    return People.store(connection, caller.meeting(), List.of(participant))
        .compose(done ->
            Audit.write(
                connection,
                caller.meeting(),
                caller.participant(),
                "people.put",
                participant.id(),
                detail))
        .compose(done -> PeopleChange.touch(connection, change, caller.meeting()));
  }
}
