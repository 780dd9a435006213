package fi.sovittu.meeting;

import fi.sovittu.base.Problem;
import fi.sovittu.meeting.Template.AgendaRow;
import fi.sovittu.meeting.Template.CommitmentPoll;
import fi.sovittu.meeting.Template.GoalSet;
import fi.sovittu.meeting.Template.ItemKind;
import fi.sovittu.meeting.Template.Organisation;
import fi.sovittu.meeting.Template.OrganisationKind;
import fi.sovittu.meeting.Template.Poll;
import fi.sovittu.meeting.Template.Room;
import fi.sovittu.meeting.Template.ScalePoll;
import fi.sovittu.meeting.Template.ShowResults;
import fi.sovittu.meeting.TemplateFaults.Place;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template file (YAML or JSON; the format is in {@code templates/README.md}) and finds
 * every fault in it at once. Pure; one use of an instance, hidden behind {@link #read}.
 */
public final class TemplateReader {
  private enum Language {
    fi,
    sv,
    en
  }

  private enum PollKind {
    SCALE,
    COMMITMENT
  }

  private final TemplateFaults faults;
  private final TemplateTimes times;
  private final TemplateKeys rooms;
  private final TemplateKeys goalSets;
  private final TemplateKeys agendaRows;
  private final TemplateKeys polls;

  /** Goals in each set, and the room of each agenda row, by key. */
  private final Map<String, Integer> goals = new HashMap<>();

  private final Map<String, String> roomOfRow = new HashMap<>();
  private int municipalities;
  private @Nullable Place plenary;

  private TemplateReader(TemplateFaults faults) {
    this.faults = faults;
    this.times = new TemplateTimes(faults);
    this.rooms = new TemplateKeys(faults);
    this.goalSets = new TemplateKeys(faults);
    this.agendaRows = new TemplateKeys(faults);
    this.polls = new TemplateKeys(faults);
  }

  /**
   * The template in the file.
   *
   * @param file the file's text; with or without a byte order mark
   * @param locale the language in which faults are told: Finnish, Swedish or English
   * @throws Problem {@code TEMPLATE_INVALID} with a field for each fault: its path, such as {@code
   *     agenda[3].start} with list places counted from 0, and a sentence that begins with the
   *     line's number
   */
  public static Template read(String file, Locale locale) {
    TemplateFaults faults = new TemplateFaults(locale);
    TemplateNode root = TemplateParser.parse(file, faults);
    Template template =
        new TemplateReader(faults).template(new TemplateFields(root, new Place("", 1), faults));
    if (faults.count() > 0) {
      throw faults.problem();
    }
    return template;
  }

  /** What is referred to is read before what refers to it, whatever the file's order. */
  private Template template(TemplateFields in) {
    String title = in.text("title", TemplateLimits.TITLE);
    Language language = in.choice("language", Language.class);
    LocalDate date = times.date(in, "date");
    ZoneId timeZone = times.zone(in, "timeZone");
    String description = in.optionalLines("description", TemplateLimits.DESCRIPTION);
    List<String> organisers =
        in.texts("organisers", 1, TemplateLimits.ORGANISERS, TemplateLimits.TITLE);
    List<Organisation> organisations = organisations(in);
    List<Room> roomList = rooms(in);
    List<GoalSet> goalSetList = in.mappings("goalSets", 0, TemplateLimits.GOAL_SETS, this::goalSet);
    List<AgendaRow> agenda = in.mappings("agenda", 1, TemplateLimits.AGENDA_ROWS, this::agendaRow);
    times.findOverlaps();
    List<Poll> pollList = in.mappings("polls", 0, TemplateLimits.POLLS, this::poll);
    in.done();
    return new Template(
        title,
        Objects.requireNonNullElse(language, Language.fi).name(),
        date,
        timeZone,
        description,
        organisers,
        organisations,
        roomList,
        goalSetList,
        agenda,
        pollList);
  }

  private List<Organisation> organisations(TemplateFields in) {
    TemplateKeys names = new TemplateKeys(faults);
    return in.mappings(
        "organisations",
        1,
        TemplateLimits.ORGANISATIONS,
        organisation -> organisation(organisation, names));
  }

  private @Nullable Organisation organisation(TemplateFields in, TemplateKeys names) {
    String name = in.text("name", TemplateLimits.NAME);
    OrganisationKind kind = in.choice("kind", OrganisationKind.class);
    String subRegion = in.optionalText("subRegion", TemplateLimits.NAME);
    in.done();
    names.declare(name, in.place("name"));
    if (kind == OrganisationKind.MUNICIPALITY) {
      municipalities++;
    }
    return kind == null ? null : new Organisation(name, kind, subRegion);
  }

  private List<Room> rooms(TemplateFields in) {
    TemplateKeys names = new TemplateKeys(faults);
    List<Room> list = in.mappings("rooms", 1, TemplateLimits.ROOMS, room -> room(room, names));
    if (plenary == null && !list.isEmpty()) {
      in.fault("rooms", TemplateFault.NO_PLENARY);
    }
    return list;
  }

  private Room room(TemplateFields in, TemplateKeys names) {
    String key = in.key("key");
    String name = in.text("name", TemplateLimits.NAME);
    boolean isPlenary = in.flag("plenary");
    String chair = in.text("chair", TemplateLimits.TITLE);
    String secretary = in.text("secretary", TemplateLimits.TITLE);
    String screen = in.optionalText("screen", TemplateLimits.TITLE);
    in.done();
    rooms.declare(key, in.place("key"));
    names.declare(name, in.place("name"));
    if (isPlenary && plenary != null) {
      in.fault("plenary", TemplateFault.SECOND_PLENARY, String.valueOf(plenary.line()));
    } else if (isPlenary) {
      plenary = in.place("plenary");
    }
    return new Room(key, name, isPlenary, chair, secretary, screen);
  }

  private GoalSet goalSet(TemplateFields in) {
    String key = in.key("key");
    String name = in.text("name", TemplateLimits.NAME);
    String room = in.optionalReference("room", rooms);
    List<String> texts = in.texts("goals", 0, TemplateLimits.STATEMENTS, TemplateLimits.STATEMENT);
    in.done();
    goalSets.declare(key, in.place("key"));
    goals.putIfAbsent(key, texts.size());
    return new GoalSet(key, name, room, texts);
  }

  private @Nullable AgendaRow agendaRow(TemplateFields in) {
    LocalTime start = times.time(in, "start");
    int minutes = in.whole("minutes", 1, TemplateLimits.MINUTES);
    String room = in.reference("room", rooms);
    ItemKind kind = in.choice("kind", ItemKind.class);
    String title = in.text("title", TemplateLimits.TITLE);
    String ledBy = in.optionalText("ledBy", TemplateLimits.TITLE);
    String key = in.optionalKey("key");
    in.done();
    if (key != null) {
      agendaRows.declare(key, in.place("key"));
      roomOfRow.putIfAbsent(key, room);
    }
    if (kind == null) {
      return null;
    }
    AgendaRow row = new AgendaRow(key, room, start, minutes, kind, title, ledBy);
    if (in.faultless()) {
      times.plan(row, in);
    }
    return row;
  }

  private @Nullable Poll poll(TemplateFields in) {
    String key = in.key("key");
    String room = in.reference("room", rooms);
    String row = in.optionalReference("agendaRow", agendaRows);
    String title = in.text("title", TemplateLimits.TITLE);
    ShowResults showResults = in.choice("showResults", ShowResults.class);
    PollKind kind = in.choice("kind", PollKind.class);
    polls.declare(key, in.place("key"));
    checkSameRoom(in, room, row);
    // Which other properties a poll has depends on its kind.
    if (kind == null) {
      return null;
    }
    ShowResults shown = Objects.requireNonNullElse(showResults, ShowResults.BY_CHAIR);
    Poll poll =
        switch (kind) {
          case SCALE -> scale(in, key, room, row, title, shown);
          case COMMITMENT -> commitment(in, key, room, row, title, shown);
        };
    in.done();
    return poll;
  }

  private void checkSameRoom(TemplateFields in, String room, @Nullable String row) {
    String rowsRoom = row == null ? null : roomOfRow.get(row);
    if (row == null
        || rowsRoom == null
        || rowsRoom.isEmpty()
        || room.isEmpty()
        || rowsRoom.equals(room)) {
      return;
    }
    in.fault("agendaRow", TemplateFault.OTHER_ROOM, row, rowsRoom);
  }

  private Poll scale(
      TemplateFields in,
      String key,
      String room,
      @Nullable String row,
      String title,
      ShowResults shown) {
    boolean ownStatements = in.has("statements");
    if (ownStatements == in.has("goalSet")) {
      faults.add(in.place(), TemplateFault.GOALS_OR_STATEMENTS);
    }
    String goalSet = in.optionalReference("goalSet", goalSets);
    if (goalSet != null) {
      checkGoals(goalSet, in.place("goalSet"));
    }
    List<String> statements =
        in.texts(
            "statements",
            ownStatements ? 1 : 0,
            TemplateLimits.STATEMENTS,
            TemplateLimits.STATEMENT);
    int steps = in.whole("steps", TemplateLimits.LEAST_STEPS, TemplateLimits.MOST_STEPS);
    String low = in.text("low", TemplateLimits.LABEL);
    String high = in.text("high", TemplateLimits.LABEL);
    return new ScalePoll(key, room, row, title, shown, goalSet, statements, steps, low, high);
  }

  private Poll commitment(
      TemplateFields in,
      String key,
      String room,
      @Nullable String row,
      String title,
      ShowResults shown) {
    Map<String, Place> sets = in.references("goalSets", TemplateLimits.STATEMENTS, goalSets);
    sets.forEach(this::checkGoals);
    if (municipalities == 0) {
      in.fault("kind", TemplateFault.NO_MUNICIPALITY);
    }
    return new CommitmentPoll(key, room, row, title, shown, List.copyOf(sets.keySet()));
  }

  private void checkGoals(String goalSet, Place place) {
    if (Objects.equals(goals.get(goalSet), 0)) {
      faults.add(place, TemplateFault.NO_GOALS, goalSet);
    }
  }
}
