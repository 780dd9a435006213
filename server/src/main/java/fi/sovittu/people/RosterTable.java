package fi.sovittu.people;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.identity.Role;
import fi.sovittu.people.RosterPreview.Cells;
import fi.sovittu.people.roster.Nameable;
import fi.sovittu.people.roster.RosterColumn;
import fi.sovittu.people.roster.RosterWords;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A roster to write: headings and rows of texts, in the form that the import reads.
 *
 * @param title names the sheet
 * @param file the file's name without its ending
 */
public record RosterTable(
    String title, String file, List<String> headings, List<List<String>> rows) {
  private static final List<RosterColumn> COLUMNS =
      List.of(
          RosterColumn.NAME,
          RosterColumn.EMAIL,
          RosterColumn.ORGANISATION,
          RosterColumn.TITLE,
          RosterColumn.GROUPS,
          RosterColumn.ROOMS,
          RosterColumn.ROLES,
          RosterColumn.REPRESENTS,
          RosterColumn.DEPUTY_OF,
          RosterColumn.EXPECTED);

  /**
   * Everyone of the meeting.
   *
   * @param link the address of a person's link, of a participant's id and generation
   */
  public static Future<RosterTable> everyone(
      SqlConnection connection, UUID meeting, Locale locale, LinkAddress link) {
    return Known.read(connection, meeting)
        .map(known -> {
          RosterWords words = new RosterWords(locale);
          Cells cells = new Cells(known, null, words);
          List<List<String>> rows = new ArrayList<>();
          for (Entry entry : known.entries()) {
            if (entry.mergedInto() == null) {
              List<String> row = row(cells.of(entry.participant()));
              Integer generation = entry.linkGeneration();
              row.add(generation == null || entry.linkOff() ? "" : link.of(entry.id(), generation));
              rows.add(row);
            }
          }
          List<String> headings = headings(words);
          headings.add(words.heading(RosterColumn.LINK));
          return new RosterTable(words.text("people"), words.text("file"), headings, rows);
        });
  }

  /** The address of a personal link. */
  @FunctionalInterface
  public interface LinkAddress {
    String of(UUID participant, int generation);
  }

  /** A roster of invented people that this meeting's import takes as it is. */
  public static Future<RosterTable> sample(SqlConnection connection, UUID meeting, Locale locale) {
    return Known.read(connection, meeting).map(known -> sample(known, new RosterWords(locale)));
  }

  static RosterTable sample(Known known, RosterWords words) {
    UUID organisation = known.nameable().organisations().getFirst().id();
    @Nullable UUID room =
        known.nameable().rooms().stream()
            .filter(one -> !one.plenary())
            .map(Nameable.KnownRoom::id)
            .findFirst()
            .orElse(null);
    List<UUID> groups =
        known.nameable().groups().stream().map(Nameable.KnownName::id).limit(1).toList();
    UUID chaired = room == null ? known.nameable().rooms().getFirst().id() : room;
    Participant first =
        participant(words, "first", organisation, room, groups, new Grant(Role.PARTICIPANT, null));
    Participant second =
        participant(
                words, "second", organisation, room, List.of(), new Grant(Role.PARTICIPANT, null))
            .withDeputyOf(first.id());
    Participant third =
        participant(words, "third", organisation, null, List.of(), new Grant(Role.CHAIR, chaired));
    List<Participant> people = List.of(first, second, third);
    List<Entry> entries = new ArrayList<>(known.entries());
    people.forEach(one -> entries.add(new Entry(one, false, null, false, null, null, null, null)));
    Cells cells = new Cells(new Known(known.nameable(), entries), null, words);
    return new RosterTable(
        words.text("people"),
        words.text("sample"),
        headings(words),
        people.stream().map(participant -> row(cells.of(participant))).toList());
  }

  private static Participant participant(
      RosterWords words,
      String which,
      UUID organisation,
      @Nullable UUID room,
      List<UUID> groups,
      Grant role) {
    return new Participant(
        UUID.randomUUID(),
        words.text("sample." + which),
        which + "@example.org",
        organisation,
        words.text("sample.title"),
        groups,
        room,
        List.of(role),
        which.equals("first"),
        Voting.YES,
        null,
        Channel.ON_SITE);
  }

  private static List<String> headings(RosterWords words) {
    return new ArrayList<>(COLUMNS.stream().map(words::heading).toList());
  }

  private static List<String> row(Map<RosterColumn, String> cells) {
    return new ArrayList<>(COLUMNS.stream().map(cells::get).toList());
  }
}
