package fi.sovittu;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whose each table of {@code sql/*.sql} is. Only its package, and those below it, write it; others
 * call the owner. A new table is a word here.
 */
final class TableOwners {
  /** A package below {@code fi.sovittu}, and its tables. */
  static final String TABLES =
      """
      db               audit
      live             section
      identity         session role_grant participant
      identity.signin  sign_in_link sign_in_identity sign_in_attempt
      meeting          meeting room organisation
      agenda           agenda_item item_run
      goal             goal_set goal goal_version
      attendance       attendance attendance_past connected
      poll             poll poll_statement poll_option poll_group poll_register
      poll             turnout sealed_ballot ballot named_ballot live_tally
      poll             text_group text_mark text_upvote voter_group voter_group_organisation voter_group_participant
      people           substitution
      teams            teams_report teams_report_row teams_match teams_acceptance
      privacy          access_log
      post             message
      """;

  private static final String TOP = "fi.sovittu.";

  private TableOwners() {}

  /** The owners' packages by table. */
  static Map<String, String> all() {
    Map<String, String> owners = new TreeMap<>();
    for (String line : TABLES.strip().split("\n")) {
      String[] words = line.strip().split(" +");
      for (int i = 1; i < words.length; i++) {
        if (owners.put(words[i], TOP + words[0]) != null) {
          throw new IllegalStateException("a table with two owners: " + words[i]);
        }
      }
    }
    return owners;
  }
}
