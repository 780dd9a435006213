package fi.sovittu.meeting;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's {@code MeetingInfo}: what a person needs to know before joining. */
record MeetingInfo(
    UUID id,
    String code,
    String title,
    String language,
    LocalDate heldOn,
    String timeZone,
    String joinUrl,
    List<RoomInfo> rooms,
    List<OrganisationInfo> organisations,
    List<GroupInfo> groups,
    @Nullable String notice,
    @Nullable Integer retentionDays,
    String purpose) {

  record RoomInfo(UUID id, String name, boolean plenary) {}

  record GroupInfo(UUID id, String name, List<UUID> organisations) {}

  record OrganisationInfo(UUID id, String name, String kind, @Nullable String subRegion) {}

  static Future<MeetingInfo> read(SqlConnection connection, UUID meeting, JoinUrls urls) {
    Tuple id = Tuple.of(meeting);
    Future<RowSet<Row>> head =
        connection
            .preparedQuery(
                "select code, title, language, held_on, time_zone, notice, retention_days, purpose"
                    + " from meeting where id = $1")
            .execute(id);
    Future<RowSet<Row>> rooms =
        connection
            .preparedQuery(
                "select id, name, plenary from room where meeting_id = $1 order by position")
            .execute(id);
    Future<RowSet<Row>> organisations =
        connection
            .preparedQuery(
                """
                select id, name, kind, sub_region from organisation where meeting_id = $1
                order by name collate "fi-x-icu"
                """)
            .execute(id);
    Future<RowSet<Row>> groups =
        connection
            .preparedQuery(
                """
                select g.id, g.name, array(select m.organisation_id from voter_group_organisation m
                  where m.group_id = g.id order by m.organisation_id) as organisations
                from voter_group g where g.meeting_id = $1 order by g.position
                """)
            .execute(id);
    return Future.all(head, rooms, organisations, groups)
        .map(all -> {
          Row row = head.result().iterator().next();
          List<RoomInfo> roomInfos = new ArrayList<>();
          rooms
              .result()
              .forEach(
                  r -> roomInfos.add(new RoomInfo(r.getUUID(0), r.getString(1), r.getBoolean(2))));
          List<OrganisationInfo> organisationInfos = new ArrayList<>();
          organisations
              .result()
              .forEach(r ->
                  organisationInfos.add(
                      new OrganisationInfo(
                          r.getUUID(0), r.getString(1), r.getString(2), r.getString(3))));
          List<GroupInfo> groupInfos = new ArrayList<>();
          groups
              .result()
              .forEach(r ->
                  groupInfos.add(
                      new GroupInfo(r.getUUID(0), r.getString(1), List.of(r.getArrayOfUUIDs(2)))));
          return new MeetingInfo(
              meeting,
              row.getString("code"),
              row.getString("title"),
              row.getString("language"),
              row.getLocalDate("held_on"),
              row.getString("time_zone"),
              urls.join(row.getString("code")),
              List.copyOf(roomInfos),
              List.copyOf(organisationInfos),
              List.copyOf(groupInfos),
              row.getString("notice"),
              row.getInteger("retention_days"),
              row.getString("purpose"));
        });
  }
}
