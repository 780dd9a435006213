package fi.sovittu.day;

import fi.sovittu.agenda.ItemKind;
import fi.sovittu.meeting.OrganisationKind;
import fi.sovittu.meeting.Purpose;
import fi.sovittu.meeting.WalkIns;
import fi.sovittu.poll.rules.PollDraft;
import fi.sovittu.poll.rules.PollLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day that can be made into a meeting: what {@link TemplateReader} found faultless in a file.
 * Every key that is referred to exists, exactly one room is the plenary, and rows of a room neither
 * overlap nor pass midnight. Lists keep the file's order. Limits are in {@link TemplateLimits} and
 * {@link PollLimits}. Immutable.
 *
 * @param language what the template's own texts are written in: {@code fi}, {@code sv} or {@code
 *     en}
 * @param timeZone the zone of the day and of every time in it
 * @param purpose what the day is held for; {@code REAL} when the file does not say
 * @param organisers titles of those who organise the day, at least one
 * @param walkIns what those may do who join by the code
 * @param onSite how many persons of a municipality may be on site
 */
public record Template(
    String title,
    String language,
    LocalDate date,
    ZoneId timeZone,
    @Nullable String description,
    Purpose purpose,
    List<String> organisers,
    WalkIns walkIns,
    OnSite onSite,
    List<Organisation> organisations,
    List<Room> rooms,
    List<VoterGroup> groups,
    List<GoalSet> goalSets,
    List<AgendaRow> agenda,
    List<Poll> polls) {

  /** The template with lists that nobody can change. */
  public Template {
    organisers = List.copyOf(organisers);
    organisations = List.copyOf(organisations);
    rooms = List.copyOf(rooms);
    groups = List.copyOf(groups);
    goalSets = List.copyOf(goalSets);
    agenda = List.copyOf(agenda);
    polls = List.copyOf(polls);
  }

  /** The instant at which the row is planned to start. */
  public Instant plannedStart(AgendaRow row) {
    return date.atTime(row.start()).atZone(timeZone).toInstant();
  }

  /**
   * How many persons of one municipality may be on site.
   *
   * @param most in all; null for any number
   * @param perRoom in one parallel room; null for any number
   */
  public record OnSite(@Nullable Integer most, @Nullable Integer perRoom) {
    static final OnSite ANY = new OnSite(null, null);
  }

  /**
   * Whom a person speaks for.
   *
   * @param name unique among the organisations, case ignored
   */
  public record Organisation(String name, OrganisationKind kind, @Nullable String subRegion) {}

  /**
   * The plenary or a parallel room (osio).
   *
   * @param chair the title under which the chair's personal link is made
   * @param secretary the same for the secretary
   * @param screen the name of the room's projector, or null for a room without one
   */
  public record Room(
      String key,
      String name,
      boolean plenary,
      String chair,
      String secretary,
      @Nullable String screen) {}

  /**
   * Joint goals that belong together; a poll may ask about all goals of a set.
   *
   * @param room key of the room that negotiates on them, or null
   * @param goals first wordings, none twice; may be empty when the goals are written on the day
   */
  public record GoalSet(String key, String name, @Nullable String room, List<String> goals) {
    public GoalSet {
      goals = List.copyOf(goals);
    }
  }

  /**
   * One row of a room's programme (asiakohta).
   *
   * @param key what polls refer to it by, or null
   * @param room key of its room
   * @param start local time of the day; exists in the day's time zone
   * @param ledBy title of the one who leads it
   */
  public record AgendaRow(
      @Nullable String key,
      String room,
      LocalTime start,
      int minutes,
      ItemKind kind,
      String title,
      @Nullable String ledBy) {}

  /**
   * A group that polls may be limited to.
   *
   * @param organisations names of organisations whose people belong to it
   * @param kinds kinds of organisations whose people belong to it too
   */
  public record VoterGroup(
      String key, String name, List<String> organisations, List<OrganisationKind> kinds) {
    public VoterGroup {
      organisations = List.copyOf(organisations);
      kinds = List.copyOf(kinds);
    }

    boolean holds(Organisation organisation) {
      return organisations.contains(organisation.name()) || kinds.contains(organisation.kind());
    }
  }

  /**
   * A poll prepared for a room.
   *
   * @param room key of its room
   * @param agendaRow key of an agenda row of the same room, or null
   * @param goalSets keys of the sets whose goals it asks about, before the draft's own statements
   * @param groups keys of the groups that it is limited to
   * @param draft the rest; it names neither item nor groups nor goals, for these have no ids yet
   */
  public record Poll(
      String key,
      String room,
      @Nullable String agendaRow,
      List<String> goalSets,
      List<String> groups,
      PollDraft draft) {
    public Poll {
      goalSets = List.copyOf(goalSets);
      groups = List.copyOf(groups);
    }
  }
}
