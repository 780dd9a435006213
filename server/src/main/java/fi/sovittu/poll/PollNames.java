package fi.sovittu.poll;

import fi.sovittu.db.AuditDetails;
import fi.sovittu.identity.Redaction;
import fi.sovittu.identity.WrittenText;
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
import org.jspecify.annotations.Nullable;

/**
 * What becomes of polls when the names of a meeting are erased. What a person gave under the own
 * name in its own words goes; what was given anonymously or for an organisation stays, without the
 * names and addresses that stand in it. Each ballot counts as before, and so does the support that
 * a text was given.
 */
public final class PollNames {
  private static final List<WrittenText> PLACES =
      List.of(
          WrittenText.plain(
              "select distinct reason from poll where meeting_id = $1 and reason is not null",
              "update poll set reason = $3 where meeting_id = $1 and reason = $2"),
          WrittenText.plain(
              "select distinct g.title from text_group g join poll p on p.id = g.poll_id where"
                  + " p.meeting_id = $1",
              "update text_group g set title = $3 from poll p where p.id = g.poll_id and"
                  + " p.meeting_id = $1 and g.title = $2"),
          WrittenText.json(
              """
              select distinct n.answers::text from named_ballot n join poll p on p.id = n.poll_id
              where p.meeting_id = $1 and p.kind not in ('TEXT', 'WORDS')
              """,
              """
              update named_ballot n set answers = $3::text::jsonb from poll p
              where p.id = n.poll_id and p.meeting_id = $1 and p.kind not in ('TEXT', 'WORDS') and n.answers = $2::text::jsonb
              """));

  /** In which texts were given under the own name. */
  private static final String OWN_WORDS =
      "select id from poll where meeting_id = $1 and kind in ('TEXT', 'WORDS') and voters ="
          + " 'PERSONS'";

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

  private PollNames() {}

  /** As {@link fi.sovittu.identity.Erasing#erase}. */
  public static Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    Future<?> done = entered(connection, meeting);
    for (WrittenText place : PLACES) {
      done = done.compose(before -> place.erase(connection, meeting, names));
    }
    return done.compose(before -> ballots(connection, meeting, names));
  }

  /** What was entered for a person without a phone stands in the trail too. */
  private static Future<Void> entered(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(OWN_WORDS)
        .execute(Tuple.of(meeting))
        .compose(rows -> {
          List<UUID> polls = new ArrayList<>();
          rows.forEach(row -> polls.add(row.getUUID(0)));
          return AuditDetails.leaveOut(connection, meeting, "poll.vote.proxy", polls, "answers");
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
