package fi.sovittu.privacy;

import fi.sovittu.poll.text.TextEntries;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote in a meeting, at the erasure of names. What a person gave under the own name in
 * its own words goes; what was given anonymously or for an organisation stays, without the names
 * and addresses that stand in it. Each ballot counts as before, and so does the support that a text
 * was given.
 */
final class WrittenTexts {
  /**
   * A place where a text of the meeting stands.
   *
   * @param select gives each text once
   * @param update puts {@code $3} in the place of {@code $2}
   * @param redacts what becomes of it
   */
  private record Place(
      String select, String update, BiFunction<Redaction, String, String> redacts) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(
              "select notice from meeting where id = $1 and notice is not null",
              "update meeting set notice = $3 where id = $1 and notice = $2",
              Redaction::redacted),
          new Place(
              "select distinct reason from poll where meeting_id = $1 and reason is not null",
              "update poll set reason = $3 where meeting_id = $1 and reason = $2",
              Redaction::redacted),
          new Place(
              "select distinct g.title from text_group g join poll p on p.id = g.poll_id where p.meeting_id = $1",
              "update text_group g set title = $3 from poll p where p.id = g.poll_id and p.meeting_id = $1 and g.title = $2",
              Redaction::redacted),
          new Place(
              "select distinct detail::text from audit where meeting_id = $1 and detail is not null",
              "update audit set detail = $3::text::jsonb where meeting_id = $1 and detail = $2::text::jsonb",
              Redaction::redactedJson),
          new Place(
              """
              select distinct n.answers::text from named_ballot n join poll p on p.id = n.poll_id
              where p.meeting_id = $1 and p.kind not in ('TEXT', 'WORDS')
              """,
              """
              update named_ballot n set answers = $3::text::jsonb from poll p
              where p.id = n.poll_id and p.meeting_id = $1 and p.kind not in ('TEXT', 'WORDS') and n.answers = $2::text::jsonb
              """,
              Redaction::redactedJson));

  /** What was entered for a person without a phone stands in the trail too. */
  private static final String ENTERED =
      """
      update audit a set detail = a.detail - 'answers' from poll p
      where a.meeting_id = $1 and a.action = 'poll.vote.proxy' and p.id = a.subject_id
        and p.kind in ('TEXT', 'WORDS') and p.voters = 'PERSONS'
      """;

  /** Those that consist of texts, with the name that their entries are made of. */
  private static final String BALLOTS =
      """
      select n.poll_id, n.voter_id::text as id, null::int as position, n.voter_id::text as name, n.answers,
        p.voters = 'PERSONS' as own
      from named_ballot n join poll p on p.id = n.poll_id
      where p.meeting_id = $1 and p.kind in ('TEXT', 'WORDS')
      union all
      select b.poll_id, b.position::text, b.position, b.receipt, b.answers, false
      from ballot b join poll p on p.id = b.poll_id
      where p.meeting_id = $1 and p.kind in ('TEXT', 'WORDS')
      """;

  private static final String NAMED =
      """
      update named_ballot n set answers = u.answers
      from unnest($1::uuid[], $2::text[], $3::jsonb[]) as u (poll, voter, answers)
      where n.poll_id = u.poll and n.voter_id = u.voter::uuid
      """;

  private static final String ANONYMOUS =
      """
      update ballot b set answers = u.answers
      from unnest($1::uuid[], $2::text[], $3::jsonb[]) as u (poll, position, answers)
      where b.poll_id = u.poll and b.position = u.position::int
      """;

  private static final String MARKS =
      """
      update text_mark t set entry_id = u.after from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as u (poll, before, after)
      where t.poll_id = u.poll and t.entry_id = u.before
      """;

  private static final String UPVOTES =
      """
      update text_upvote t set entry_id = u.after from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as u (poll, before, after)
      where t.poll_id = u.poll and t.entry_id = u.before
      """;

  private WrittenTexts() {}

  /** To be done while the names are still known; once more changes nothing. */
  static Future<Void> redact(SqlConnection connection, UUID meeting, Redaction redaction) {
    Future<?> done = connection.preparedQuery(ENTERED).execute(Tuple.of(meeting));
    for (Place place : PLACES) {
      done = done.compose(before -> redact(connection, meeting, redaction, place));
    }
    return done.compose(before -> ballots(connection, meeting, redaction));
  }

  private static Future<Void> redact(
      SqlConnection connection, UUID meeting, Redaction redaction, Place place) {
    return connection
        .preparedQuery(place.select())
        .execute(Tuple.of(meeting))
        .compose(rows -> {
          Future<?> done = Future.succeededFuture();
          for (Row row : rows) {
            String text = row.getString(0);
            String redacted = place.redacts().apply(redaction, text);
            if (!redacted.equals(text)) {
              done =
                  done.compose(before ->
                      connection
                          .preparedQuery(place.update())
                          .execute(Tuple.of(meeting, text, redacted)));
            }
          }
          return done.mapEmpty();
        });
  }

  private static Future<Void> ballots(SqlConnection connection, UUID meeting, Redaction redaction) {
    return connection
        .preparedQuery(BALLOTS)
        .execute(Tuple.of(meeting))
        .compose(rows -> {
          Replaced named = new Replaced();
          Replaced anonymous = new Replaced();
          Renamed entries = new Renamed();
          for (Row row : rows) {
            JsonArray texts = row.getJsonArray("answers");
            JsonArray redacted = redacted(texts, row.getBoolean("own") ? null : redaction);
            if (!redacted.equals(texts)) {
              boolean isNamed = row.getInteger("position") == null;
              (isNamed ? named : anonymous).add(row, redacted);
              entries.add(row, texts, redacted);
            }
          }
          return connection
              .preparedQuery(NAMED)
              .execute(named.ballots())
              .compose(done -> connection.preparedQuery(ANONYMOUS).execute(anonymous.ballots()))
              .compose(done -> connection.preparedQuery(MARKS).execute(entries.ids()))
              .compose(done -> connection.preparedQuery(UPVOTES).execute(entries.ids()))
              .mapEmpty();
        });
  }

  /**
   * As many texts, each different from the others, as a ballot must be.
   *
   * @param redaction null to erase them whole
   */
  static JsonArray redacted(JsonArray texts, @Nullable Redaction redaction) {
    JsonArray redacted = new JsonArray();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = redaction == null ? Redaction.ERASED : redaction.redacted(texts.getString(i));
      String fresh = text;
      for (int more = 2; !seen.add(fresh.toLowerCase(Locale.ROOT)); more++) {
        fresh = text + " " + more;
      }
      redacted.add(fresh);
    }
    return redacted;
  }

  /** Ballots with other texts. */
  private static final class Replaced {
    private final List<UUID> polls = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<JsonArray> texts = new ArrayList<>();

    void add(Row ballot, JsonArray redacted) {
      polls.add(ballot.getUUID("poll_id"));
      names.add(ballot.getString("id"));
      texts.add(redacted);
    }

    Tuple ballots() {
      return Tuple.tuple()
          .addArrayOfUUID(polls.toArray(UUID[]::new))
          .addArrayOfString(names.toArray(String[]::new))
          .addArrayOfJsonArray(texts.toArray(JsonArray[]::new));
    }
  }

  /** What was said of a text is said of what stands in its place: the entries' ids. */
  private static final class Renamed {
    private final List<UUID> polls = new ArrayList<>();
    private final List<UUID> before = new ArrayList<>();
    private final List<UUID> after = new ArrayList<>();

    void add(Row ballot, JsonArray texts, JsonArray redacted) {
      String name = ballot.getString("name");
      for (int i = 0; i < texts.size(); i++) {
        polls.add(ballot.getUUID("poll_id"));
        before.add(TextEntries.id(name, texts.getString(i)));
        after.add(TextEntries.id(name, redacted.getString(i)));
      }
    }

    Tuple ids() {
      return Tuple.tuple()
          .addArrayOfUUID(polls.toArray(UUID[]::new))
          .addArrayOfUUID(before.toArray(UUID[]::new))
          .addArrayOfUUID(after.toArray(UUID[]::new));
    }
  }
}
