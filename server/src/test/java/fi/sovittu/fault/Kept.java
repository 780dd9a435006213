package fi.sovittu.fault;

import fi.sovittu.support.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is left in the database after it all.
 *
 * @param ballots of each poll, all that were counted
 * @param turnout of each poll, how many have voted
 * @param runs of each room, its items in the order in which they were handled
 * @param attendance of each participant, what it was in turn: a channel, or away
 * @param goals of each goal, its wordings from the first version on
 * @param names of each meeting, all who have joined
 */
record Kept(
    Map<UUID, List<Ballot>> ballots,
    Map<UUID, Integer> turnout,
    Map<UUID, List<String>> runs,
    Map<UUID, List<String>> attendance,
    Map<UUID, List<String>> goals,
    Map<UUID, List<String>> names) {

  /**
   * @param owner the receipt of an anonymous one, the voter of a named one
   */
  record Ballot(String owner, String answers) {}

  private static final String BALLOTS =
      """
      select receipt, answers::text from ballot where poll_id = ?
      union all select voter_id::text, answers::text from named_ballot where poll_id = ?
      """;

  private static final String ATTENDANCE =
      """
      select participant_id, channel, lower(during), upper(during) from attendance
      where meeting_id = ? order by participant_id, lower(during)
      """;

  private static final String GOALS =
      """
      select v.goal_id, v.text from goal_version v join goal g on g.id = v.goal_id join goal_set t on t.id = g.goal_set_id
      where t.meeting_id = ? order by v.goal_id, v.version
      """;

  /** Reads what is left of a meeting. */
  static Kept of(Database look, UUID meeting, List<UUID> polls) {
    Map<UUID, List<Ballot>> ballots = new HashMap<>();
    Map<UUID, Integer> turnout = new HashMap<>();
    for (UUID poll : polls) {
      ballots.put(
          poll,
          look.rows(BALLOTS, poll, poll).stream()
              .map(row -> new Ballot((String) row.get(0), (String) row.get(1)))
              .toList());
      turnout.put(poll, (int) look.count("select count(*) from turnout where poll_id = ?", poll));
    }
    return new Kept(
        ballots,
        turnout,
        grouped(
            look.rows(
                """
                select u.room_id, u.item_id::text from item_run u join room r on r.id = u.room_id
                where r.meeting_id = ? order by u.started_at
                """,
                meeting)),
        attendance(look.rows(ATTENDANCE, meeting)),
        grouped(look.rows(GOALS, meeting)),
        grouped(
            look.rows("select meeting_id, name from participant where meeting_id = ?", meeting)));
  }

  private static Map<UUID, List<String>> grouped(List<List<Object>> rows) {
    Map<UUID, List<String>> groups = new HashMap<>();
    rows.forEach(row ->
        groups
            .computeIfAbsent((UUID) row.get(0), first -> new ArrayList<>())
            .add((String) row.get(1)));
    return groups;
  }

  private static Map<UUID, List<String>> attendance(List<List<Object>> intervals) {
    Map<UUID, List<String>> states = new HashMap<>();
    Map<UUID, Object> until = new HashMap<>();
    for (List<Object> interval : intervals) {
      UUID participant = (UUID) interval.get(0);
      List<String> own = states.computeIfAbsent(participant, first -> new ArrayList<>());
      if (until.containsKey(participant) && !interval.get(2).equals(until.get(participant))) {
        own.add(Operation.AWAY);
      }
      own.add((String) interval.get(1));
      until.put(participant, interval.get(3));
    }
    until.forEach((participant, end) -> {
      if (end != null) {
        states.get(participant).add(Operation.AWAY);
      }
    });
    return states;
  }
}
