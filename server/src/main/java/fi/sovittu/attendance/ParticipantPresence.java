package fi.sovittu.attendance;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.BadgeCodes;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's {@code ParticipantPresence}: a person and where they are, for staff. */
record ParticipantPresence(
    UUID id,
    String name,
    @Nullable UUID organisation,
    @Nullable UUID chosenRoom,
    @Nullable Open attendance,
    @Nullable OffsetDateTime left,
    boolean connected) {
  /** How many people are told at a time. */
  static final int PAGE = 50;

  /** How many of those who have just left are told. */
  static final int MOST_LEFT = 20;

  /** More words of a search than anybody has names. */
  private static final int WORDS = 6;

  /** Whom to look for; the names are those of the API. */
  enum Show {
    ALL,
    PRESENT,
    AWAY,
    UNCONNECTED
  }

  record Open(UUID room, String channel, OffsetDateTime since) {}

  /** A page of people. */
  record Page(List<ParticipantPresence> participants, @Nullable UUID next) {}

  private static final String LIVE =
      "with live as materialized (" + Connections.PARTICIPANTS + ")\n";

  private static final String COLUMNS =
      """
      select p.id, p.name, p.organisation_id, p.room_id as chosen, a.room_id, a.channel, lower(a.during) as since,
        case when a.id is null then (select max(upper(b.during)) from attendance b where b.participant_id = p.id) end as gone,
        p.id in (select id from live) as connected
      from participant p left join attendance a on a.participant_id = p.id and upper_inf(a.during)
      """;

  private static final String SELECT = LIVE + COLUMNS;

  private static final String ONE = SELECT + "where p.meeting_id = $1 and p.id = $2";

  /**
   * The people of the page are found first, in the order of the index, and looked at afterwards.
   * Names and words of the search are compared in small letters of the Finnish alphabet.
   */
  private static final String FIND =
      LIVE
          + """
          , page as materialized (
            select p.id from participant p
            where p.meeting_id = $1 and p.merged_into is null
              and not exists (select from role_grant g where g.participant_id = p.id and g.role = 'SCREEN' offset 0)
              and ' ' || replace(lower(p.name collate "fi-x-icu"), '-', ' ') like all ($2)
              and ($3::uuid is null or p.organisation_id = $3)
              and case $4::text
                when 'PRESENT' then
                  exists (select from attendance a where a.participant_id = p.id and upper_inf(a.during))
                when 'AWAY' then
                  not exists (select from attendance a where a.participant_id = p.id and upper_inf(a.during))
                when 'UNCONNECTED' then p.id not in (select id from live)
                  and exists (select from attendance a where a.participant_id = p.id and upper_inf(a.during))
                else true end
              and ($5::uuid is null or (p.name collate "fi-x-icu", p.id) >
                (select q.name collate "fi-x-icu", q.id from participant q where q.meeting_id = $1 and q.id = $5))
            order by p.name collate "fi-x-icu", p.id limit $6)
          """
          + COLUMNS
          + """
          where p.id in (select id from page) order by p.name collate "fi-x-icu", p.id
          """;

  private static final String LEFT =
      SELECT
          + """
          where p.id in (
            select x.participant_id from attendance x
            where x.meeting_id = $1 and not upper_inf(x.during) and upper(x.during) > clock_timestamp() - interval '30 minutes'
              and x.ended_source is distinct from 'AGENDA'
              and not exists (select from attendance y where y.participant_id = x.participant_id
                and lower(y.during) >= upper(x.during))
            order by upper(x.during) desc limit $2)
          order by gone desc nulls last
          """;

  /**
   * One person.
   *
   * @return fails with NOT_FOUND for a person of another meeting
   */
  static Future<ParticipantPresence> read(
      SqlConnection connection, UUID meeting, UUID participant) {
    return connection
        .preparedQuery(ONE)
        .execute(Tuple.of(meeting, participant))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return of(rows.iterator().next());
        });
  }

  /**
   * A page of the meeting's people by name; screens are nobody.
   *
   * @param search beginnings of names, in any order
   * @param after the last person of the page before, or null for the first page
   */
  static Future<Page> find(
      SqlConnection connection,
      UUID meeting,
      String search,
      Show show,
      @Nullable UUID organisation,
      @Nullable UUID after) {
    return connection
        .preparedQuery(FIND)
        .execute(
            Tuple.of(meeting, patterns(search), organisation, show.name(), after)
                .addInteger(PAGE + 1))
        .map(rows -> {
          List<ParticipantPresence> people = new ArrayList<>();
          rows.forEach(row -> people.add(of(row)));
          boolean more = people.size() > PAGE;
          List<ParticipantPresence> page = List.copyOf(more ? people.subList(0, PAGE) : people);
          return new Page(page, more ? page.getLast().id() : null);
        });
  }

  /** Those who have just left, the latest first. */
  static Future<List<ParticipantPresence>> left(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(LEFT)
        .execute(Tuple.of(meeting, MOST_LEFT))
        .map(rows -> {
          List<ParticipantPresence> people = new ArrayList<>();
          rows.forEach(row -> people.add(of(row)));
          return List.copyOf(people);
        });
  }

  /** What a name in small letters must be like: each word of the search begins a word of it. */
  static String[] patterns(String search) {
    String letters =
        Normalizer.normalize(search, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replace('-', ' ')
            .replaceAll("([\\\\%_])", "\\\\$1");
    return Arrays.stream(letters.split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(WORDS)
        .map(word -> "% " + word + "%")
        .toArray(String[]::new);
  }

  private static ParticipantPresence of(Row row) {
    UUID room = row.getUUID("room_id");
    return new ParticipantPresence(
        row.getUUID("id"),
        row.getString("name"),
        row.getUUID("organisation_id"),
        row.getUUID("chosen"),
        room == null
            ? null
            : new Open(room, row.getString("channel"), row.getOffsetDateTime("since")),
        row.getOffsetDateTime("gone"),
        row.getBoolean("connected"));
  }

  /**
   * The one of a badge, or of a personal link.
   *
   * @return fails with BADGE_UNKNOWN
   */
  static Future<ParticipantPresence> ofBadge(
      SqlConnection connection, BadgeCodes badges, UUID meeting, String badge) {
    return badges
        .participant(connection, badge)
        .compose(participant ->
            participant == null
                ? Future.failedFuture(Problem.of(Problem.Code.NOT_FOUND))
                : read(connection, meeting, participant))
        .recover(failure ->
            Future.failedFuture(
                isUnknown(failure) ? Problem.of(Problem.Code.BADGE_UNKNOWN) : failure));
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof Problem problem && problem.code() == Problem.Code.NOT_FOUND;
  }
}
