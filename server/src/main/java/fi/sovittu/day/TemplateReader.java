package fi.sovittu.day;

import fi.sovittu.agenda.ItemKind;
import fi.sovittu.base.Problem;
import fi.sovittu.day.Template.AgendaRow;
import fi.sovittu.day.Template.GoalSet;
import fi.sovittu.day.Template.OnSite;
import fi.sovittu.day.Template.Organisation;
import fi.sovittu.day.Template.Poll;
import fi.sovittu.day.Template.Room;
import fi.sovittu.day.Template.VoterGroup;
import fi.sovittu.day.TemplateFaults.Place;
import fi.sovittu.meeting.OrganisationKind;
import fi.sovittu.meeting.Purpose;
import fi.sovittu.meeting.WalkIns;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template file (YAML or JSON; the format is in {@code templates/README.md}, its shape in
 * {@code template.schema.json} beside it) and finds every fault in it at once. Pure; one use of an
 * instance, hidden behind {@link #read}.
 */
public final class TemplateReader {
  /** The languages that a template may be written in. */
  enum Language {
    fi,
    sv,
    en
  }

  private final TemplateFaults faults;
  private final TemplateTimes times;
  private final TemplateNames names;
  private @Nullable Place plenary;

  private TemplateReader(TemplateFaults faults) {
    this.faults = faults;
    this.times = new TemplateTimes(faults);
    this.names = new TemplateNames(faults);
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
    TemplateTree tree = new TemplateTree(TemplateParser.parse(file, faults), faults);
    TemplateShape.check(tree, faults);
    Template template = new TemplateReader(faults).template(new TemplateFields(tree, faults));
    if (faults.count() > 0) {
      throw faults.problem();
    }
    return template;
  }

  /** What is referred to is read before what refers to it, whatever the file's order. */
  private Template template(TemplateFields in) {
    String title = in.text("title");
    Language language = in.choice("language", Language.class);
    LocalDate date = times.date(in, "date");
    ZoneId timeZone = times.zone(in, "timeZone");
    String description = in.optionalText("description");
    Purpose purpose = in.choice("purpose", Purpose.class, Purpose.REAL);
    List<String> organisers = in.texts("organisers");
    WalkIns walkIns = in.choice("walkIns", WalkIns.class, WalkIns.VOTE);
    OnSite onSite = in.optionalMapping("onSite", TemplateReader::onSite);
    List<Organisation> organisations = in.mappings("organisations", this::organisation);
    List<Room> rooms = rooms(in);
    List<VoterGroup> groups = groups(in);
    List<GoalSet> goalSets = in.mappings("goalSets", this::goalSet);
    List<AgendaRow> agenda = in.mappings("agenda", this::agendaRow);
    times.findOverlaps();
    Language written = language == null ? Language.fi : language;
    TemplatePolls polls = new TemplatePolls(names, faults, written);
    List<Poll> pollList = in.mappings("polls", polls::poll);
    return new Template(
        title,
        written.name(),
        date,
        timeZone,
        description,
        purpose,
        organisers,
        walkIns,
        onSite == null ? OnSite.ANY : onSite,
        organisations,
        rooms,
        groups,
        goalSets,
        agenda,
        pollList);
  }

  private static OnSite onSite(TemplateFields in) {
    Integer most = in.optionalWhole("most");
    Integer perRoom = in.optionalWhole("perRoom");
    return new OnSite(most, perRoom);
  }

  private @Nullable Organisation organisation(TemplateFields in) {
    String name = in.text("name");
    OrganisationKind kind = in.choice("kind", OrganisationKind.class);
    String subRegion = in.optionalText("subRegion");
    Organisation organisation =
        new Organisation(name, kind == null ? OrganisationKind.OTHER : kind, subRegion);
    names.organisation(organisation, in.place("name"));
    return kind == null ? null : organisation;
  }

  private List<Room> rooms(TemplateFields in) {
    TemplateKeys different = new TemplateKeys(faults);
    List<Room> list = in.mappings("rooms", room -> room(room, different));
    if (plenary == null && !list.isEmpty()) {
      in.fault("rooms", TemplateFault.NO_PLENARY);
    }
    return list;
  }

  private Room room(TemplateFields in, TemplateKeys different) {
    String key = in.text("key");
    String name = in.text("name");
    boolean isPlenary = in.flag("plenary");
    String chair = in.text("chair");
    String secretary = in.text("secretary");
    String screen = in.optionalText("screen");
    names.rooms().declare(key, in.place("key"));
    different.declare(name, in.place("name"));
    if (isPlenary && plenary != null) {
      in.fault("plenary", TemplateFault.SECOND_PLENARY, String.valueOf(plenary.line()));
    } else if (isPlenary) {
      plenary = in.place("plenary");
    }
    return new Room(key, name, isPlenary, chair, secretary, screen);
  }

  private List<VoterGroup> groups(TemplateFields in) {
    TemplateKeys different = new TemplateKeys(faults);
    return in.mappings("groups", group -> group(group, different));
  }

  private VoterGroup group(TemplateFields in, TemplateKeys different) {
    String key = in.text("key");
    String name = in.text("name");
    TemplateKeys once = new TemplateKeys(faults);
    List<String> members =
        in.each("organisations", (item, at) -> member(in.text(item, at), at, once));
    List<OrganisationKind> kinds = in.choices("kinds", OrganisationKind.class);
    names.groups().declare(key, in.place("key"));
    different.declare(name, in.place("name"));
    VoterGroup group = new VoterGroup(key, name, members, kinds);
    if (in.faultless() && !names.hasMember(group)) {
      faults.add(in.place(), TemplateFault.NO_MEMBER);
    }
    return group;
  }

  /** The organisation as it was declared; null when it was not. */
  private @Nullable String member(String name, Place at, TemplateKeys once) {
    once.declare(name, at);
    Organisation organisation = names.organisation(name);
    if (organisation == null && !name.isEmpty()) {
      faults.add(at, TemplateFault.UNKNOWN_ORGANISATION, name);
    }
    return organisation == null ? null : organisation.name();
  }

  private GoalSet goalSet(TemplateFields in) {
    String key = in.text("key");
    String name = in.text("name");
    String room = in.optionalReference("room", names.rooms());
    List<String> goals = in.texts("goals");
    names.goalSet(key, in.place("key"), goals.size());
    return new GoalSet(key, name, room, goals);
  }

  private @Nullable AgendaRow agendaRow(TemplateFields in) {
    LocalTime start = times.time(in, "start");
    int minutes = in.whole("minutes");
    String room = in.reference("room", names.rooms());
    ItemKind kind = in.choice("kind", ItemKind.class);
    String title = in.text("title");
    String ledBy = in.optionalText("ledBy");
    String key = in.optionalText("key");
    if (key != null) {
      names.agendaRow(key, in.place("key"), room);
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
}
