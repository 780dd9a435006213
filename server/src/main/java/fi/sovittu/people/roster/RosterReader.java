package fi.sovittu.people.roster;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.identity.Role;
import fi.sovittu.people.roster.RosterRefused.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a roster by what the meeting has. One roster an instance; pure. */
public final class RosterReader {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");

  private static final Map<Role, List<String>> ROLE_WORDS =
      Map.of(
          Role.ORGANISER, List.of("järjestäjä", "arrangör", "organiser", "organizer"),
          Role.CHAIR, List.of("puheenjohtaja", "pj", "ordförande", "ordf", "chair", "chairperson"),
          Role.SECRETARY, List.of("sihteeri", "sekreterare", "secretary"),
          Role.PARTICIPANT, List.of("osallistuja", "deltagare", "participant"),
          Role.OBSERVER, List.of("tarkkailija", "seuraaja", "observatör", "observer"),
          Role.SCREEN, List.of("näyttö", "skärm", "screen"));

  private static final Map<Channel, List<String>> CHANNEL_WORDS =
      Map.of(
          Channel.ON_SITE, List.of("paikan päällä", "lähi", "på plats", "on site", "in person"),
          Channel.TEAMS,
              List.of("teams", "etä", "etänä", "distans", "på distans", "remote", "online"));

  private static final List<String> YES =
      List.of("x", "✓", "✔", "kyllä", "k", "1", "true", "tosi", "ja", "j", "sant", "yes", "y");
  private static final List<String> NO =
      List.of("", "ei", "e", "0", "false", "epätosi", "nej", "n", "falskt", "no");

  private final Roster roster;
  private final Map<String, UUID> organisations = new HashMap<>();
  private final NameList rooms = new NameList();
  private final NameList groups = new NameList();
  private final List<UUID> parallel;

  /** Reads a roster by what its meeting has. */
  public RosterReader(Roster roster, Nameable nameable) {
    this.roster = roster;
    nameable.organisations().forEach(one -> organisations.put(Spelling.key(one.name()), one.id()));
    nameable.rooms().forEach(room -> rooms.put(room.name(), room.id()));
    nameable.groups().forEach(group -> groups.put(group.name(), group.id()));
    this.parallel =
        nameable.rooms().stream()
            .filter(room -> !room.plenary())
            .map(Nameable.KnownRoom::id)
            .toList();
  }

  /** What each row says, in the order of the file. */
  public List<RosterWish> wishes() {
    return roster.rows().stream().map(this::wish).toList();
  }

  private RosterWish wish(Roster.Row row) {
    List<Fault> faults = new ArrayList<>();
    if (row.overfull()) {
      faults.add(Fault.of(RosterFault.TOO_MANY_CELLS));
    }
    List<UUID> named =
        rooms.ids(
            row.get(RosterColumn.ROOMS),
            name -> faults.add(Fault.of(RosterFault.ROOM_UNKNOWN, name)));
    List<Grant> roles = roles(row.get(RosterColumn.ROLES), named, faults);
    return new RosterWish(
        row.line(),
        name(row, faults),
        email(row, faults),
        organisation(row, faults),
        text(row, RosterColumn.TITLE, RosterLimits.TITLE, faults),
        groups(row, faults),
        room(named, roles, faults),
        roles.isEmpty() ? null : roles,
        represents(row, faults),
        text(row, RosterColumn.DEPUTY_OF, RosterLimits.EMAIL, faults),
        expected(row, faults),
        faults);
  }

  private static String name(Roster.Row row, List<Fault> faults) {
    String whole = row.get(RosterColumn.NAME);
    String name =
        whole.isEmpty()
            ? Spelling.clean(
                row.get(RosterColumn.FIRST_NAME) + " " + row.get(RosterColumn.LAST_NAME))
            : whole;
    if (name.isEmpty()) {
      faults.add(Fault.of(RosterFault.NAME_MISSING));
    } else if (length(name) > RosterLimits.NAME) {
      faults.add(Fault.of(RosterFault.TOO_LONG, RosterColumn.NAME, RosterLimits.NAME));
    }
    return name;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Whether the text has the form of an e-mail address, of no more than 254 characters. */
  public static boolean isEmail(String text) {
    return text.length() <= RosterLimits.EMAIL && EMAIL.matcher(text).matches();
  }

  private static @Nullable String email(Roster.Row row, List<Fault> faults) {
    String email = row.get(RosterColumn.EMAIL);
    if (email.isEmpty()) {
      return null;
    }
    if (!isEmail(email)) {
      faults.add(Fault.of(RosterFault.EMAIL_MALFORMED, email));
    }
    return email;
  }

  private @Nullable UUID organisation(Roster.Row row, List<Fault> faults) {
    String name = row.get(RosterColumn.ORGANISATION);
    if (name.isEmpty()) {
      return null;
    }
    UUID organisation = organisations.get(Spelling.key(name));
    if (organisation == null) {
      faults.add(Fault.of(RosterFault.ORGANISATION_UNKNOWN, name));
    }
    return organisation;
  }

  private static @Nullable String text(
      Roster.Row row, RosterColumn column, int most, List<Fault> faults) {
    String text = row.get(column);
    if (length(text) > most) {
      faults.add(Fault.of(RosterFault.TOO_LONG, column, most));
    }
    return text.isEmpty() ? null : text;
  }

  private @Nullable List<UUID> groups(Roster.Row row, List<Fault> faults) {
    String cell = row.get(RosterColumn.GROUPS);
    return cell.isEmpty()
        ? null
        : groups.ids(cell, name -> faults.add(Fault.of(RosterFault.GROUP_UNKNOWN, name)));
  }

  /** The rooms of a chair, secretary or screen are those of the roles; others go to one of them. */
  private @Nullable UUID room(List<UUID> named, List<Grant> roles, List<Fault> faults) {
    List<UUID> chosen = named.stream().filter(parallel::contains).toList();
    if (chosen.size() > 1 && roles.stream().allMatch(grant -> grant.room() == null)) {
      faults.add(Fault.of(RosterFault.MORE_ROOMS));
    }
    return chosen.size() == 1 ? chosen.getFirst() : null;
  }

  /** {@code chair} is one in the row's rooms, {@code chair: Room} in that one. */
  private List<Grant> roles(String cell, List<UUID> named, List<Fault> faults) {
    List<Grant> roles = new ArrayList<>();
    for (String part : parts(cell)) {
      int colon = part.indexOf(':');
      String word = colon < 0 ? part : part.substring(0, colon);
      Role role = word(ROLE_WORDS, word);
      if (role == null) {
        faults.add(Fault.of(RosterFault.ROLE_UNKNOWN, Spelling.clean(word)));
      } else if (role == Role.CHAIR || role == Role.SECRETARY || role == Role.SCREEN) {
        List<UUID> in =
            colon < 0
                ? named
                : rooms.ids(
                    part.substring(colon + 1),
                    name -> faults.add(Fault.of(RosterFault.ROOM_UNKNOWN, name)));
        if (in.isEmpty()) {
          faults.add(Fault.of(RosterFault.ROLE_WITHOUT_ROOM, Spelling.clean(word)));
        }
        in.forEach(room -> roles.add(new Grant(role, room)));
      } else {
        roles.add(new Grant(role, null));
      }
    }
    boolean screen = roles.stream().anyMatch(grant -> grant.role() == Role.SCREEN);
    if (screen && roles.stream().anyMatch(grant -> grant.role() != Role.SCREEN)) {
      faults.add(Fault.of(RosterFault.SCREEN_ALONE));
    }
    return roles.stream().distinct().toList();
  }

  /** Commas part roles, but the name of a room after a colon may hold some itself. */
  private static List<String> parts(String cell) {
    List<String> parts = new ArrayList<>();
    for (String listed : cell.split("[;|]")) {
      boolean inRoom = false;
      for (String part : listed.split(",")) {
        boolean begins = word(ROLE_WORDS, part.split(":", 2)[0]) != null;
        if (inRoom && !begins) {
          parts.add(parts.removeLast() + "," + part);
        } else {
          parts.add(part);
          inRoom = part.indexOf(':') >= 0;
        }
      }
    }
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }

  private @Nullable Boolean represents(Roster.Row row, List<Fault> faults) {
    if (!roster.has(RosterColumn.REPRESENTS)) {
      return null;
    }
    String word = Spelling.key(row.get(RosterColumn.REPRESENTS));
    if (YES.contains(word)) {
      return true;
    }
    if (!NO.contains(word) && !Spelling.word(word).isEmpty()) {
      faults.add(Fault.of(RosterFault.MARK_UNKNOWN, row.get(RosterColumn.REPRESENTS)));
    }
    return false;
  }

  private static @Nullable Channel expected(Roster.Row row, List<Fault> faults) {
    String cell = row.get(RosterColumn.EXPECTED);
    if (cell.isEmpty()) {
      return null;
    }
    Channel channel = word(CHANNEL_WORDS, cell);
    if (channel == null) {
      faults.add(Fault.of(RosterFault.CHANNEL_UNKNOWN, cell));
    }
    return channel;
  }

  private static <T> @Nullable T word(Map<T, List<String>> words, String text) {
    String word = Spelling.word(text);
    for (Map.Entry<T, List<String>> entry : words.entrySet()) {
      if (entry.getValue().stream().anyMatch(one -> Spelling.word(one).equals(word))) {
        return entry.getKey();
      }
    }
    return null;
  }
}
