package fi.sovittu.day;

import com.fasterxml.jackson.databind.JsonNode;
import fi.sovittu.base.Problem;
import fi.sovittu.day.Template.Poll;
import fi.sovittu.day.TemplateFaults.Place;
import fi.sovittu.poll.rules.PollDraft;
import fi.sovittu.poll.rules.PollDraft.Option;
import fi.sovittu.poll.rules.PollDraft.Rules;
import fi.sovittu.poll.rules.PollDraft.Statement;
import fi.sovittu.poll.rules.PollDraft.Voters;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollKind.Trait;
import fi.sovittu.poll.rules.PollLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the polls of a template, and what is wrong with each as a whole. One thread only. */
final class TemplatePolls {
  private static final Pattern ITEM = Pattern.compile("(\\w+)\\[(\\d+)]");
  private static final UUID SOME_GOAL = new UUID(0, 0);

  private final TemplateNames names;
  private final TemplateFaults faults;
  private final TemplateReader.Language language;
  private final TemplateKeys keys;

  /**
   * @param names everything that polls refer to
   * @param language of the template's own texts
   */
  TemplatePolls(TemplateNames names, TemplateFaults faults, TemplateReader.Language language) {
    this.names = names;
    this.faults = faults;
    this.language = language;
    this.keys = new TemplateKeys(faults);
  }

  @Nullable Poll poll(TemplateFields in) {
    String key = in.text("key");
    String room = in.reference("room", names.rooms());
    String row = in.optionalReference("agendaRow", names.agendaRows());
    String title = in.text("title");
    PollKind kind = in.choice("kind", PollKind.class);
    keys.declare(key, in.place("key"));
    checkSameRoom(in, room, row);
    // Which other properties a poll has depends on its kind.
    if (kind == null) {
      return null;
    }
    Map<String, Place> groups = in.references("groups", names.groups());
    Rules rules = TemplateRules.read(in, kind);
    Map<String, Place> goalSets = goalSets(in, kind);
    List<Option> options = options(in, kind);
    PollDraft draft =
        new PollDraft(
            kind,
            title,
            null,
            rules,
            kind.is(Trait.SCALED) ? scale(in) : null,
            most(in, kind),
            ownStatements(kind) ? statements(in) : List.of(),
            options);
    checkVoters(in, draft, groups);
    checkStatements(in, draft, goalSets);
    checkDraft(in, draft);
    return new Poll(
        key, room, row, List.copyOf(goalSets.keySet()), List.copyOf(groups.keySet()), draft);
  }

  private static PollDraft.Scale scale(TemplateFields in) {
    return new PollDraft.Scale(in.whole("steps"), in.text("low"), in.text("high"));
  }

  private static List<Statement> statements(TemplateFields in) {
    return in.texts("statements").stream().map(text -> new Statement(text, null, null)).toList();
  }

  private static boolean ownStatements(PollKind kind) {
    return kind.is(Trait.STATEMENTS) && !kind.is(Trait.GOALS_ONLY);
  }

  /** The sets in the order of the file; a scale poll may name a single one by {@code goalSet}. */
  private Map<String, Place> goalSets(TemplateFields in, PollKind kind) {
    Map<String, Place> sets = new LinkedHashMap<>();
    if (ownStatements(kind)) {
      String single = in.optionalReference("goalSet", names.goalSets());
      if (single != null && !single.isEmpty()) {
        sets.put(single, in.place("goalSet"));
      }
    }
    if (kind.is(Trait.STATEMENTS)) {
      in.references("goalSets", names.goalSets()).forEach(sets::putIfAbsent);
    }
    return sets;
  }

  private List<Option> options(TemplateFields in, PollKind kind) {
    if (kind.mostOptions() == 0) {
      return List.of();
    }
    if (in.isPlain("options")) {
      // The only text that the schema lets stand there.
      return in.text("options").isEmpty() ? List.of() : yesNoAbstain();
    }
    TemplateKeys different = new TemplateKeys(faults);
    return in.each("options", (item, at) -> option(in, item, at, different));
  }

  private static Option option(
      TemplateFields poll, JsonNode item, Place at, TemplateKeys different) {
    if (item.isObject()) {
      TemplateFields in = poll.mapping(item, at);
      Option option = new Option(in.text("text"), in.flag("abstain"));
      different.declare(option.text(), in.place("text"));
      return option;
    }
    String text = poll.text(item, at);
    different.declare(text, at);
    return new Option(text, false);
  }

  private List<Option> yesNoAbstain() {
    List<String> words =
        switch (language) {
          case fi -> List.of("Kyllä", "Ei", "Tyhjää");
          case sv -> List.of("Ja", "Nej", "Blankt");
          case en -> List.of("Yes", "No", "Abstain");
        };
    return List.of(
        new Option(words.get(0), false),
        new Option(words.get(1), false),
        new Option(words.get(2), true));
  }

  private static int most(TemplateFields in, PollKind kind) {
    Integer most = kind.mostGiven() == 1 ? null : in.optionalWhole("most");
    return most == null ? 1 : most;
  }

  private void checkSameRoom(TemplateFields in, String room, @Nullable String row) {
    String rowsRoom = row == null ? "" : names.roomOf(row);
    if (row != null && !rowsRoom.isEmpty() && !room.isEmpty() && !rowsRoom.equals(room)) {
      in.fault("agendaRow", TemplateFault.OTHER_ROOM, row, rowsRoom);
    }
  }

  private void checkVoters(TemplateFields in, PollDraft draft, Map<String, Place> groups) {
    boolean municipalities =
        draft.rules().voters() == Voters.ORGANISATIONS
            && groups.isEmpty()
            && !faults.within(in.place("groups"));
    if (municipalities && !names.hasMunicipality()) {
      in.fault(in.has("voters") ? "voters" : "kind", TemplateFault.NO_MUNICIPALITY);
    }
  }

  private void checkStatements(TemplateFields in, PollDraft draft, Map<String, Place> goalSets) {
    if (ownStatements(draft.kind())
        && !in.has("goalSet")
        && !in.has("goalSets")
        && !in.has("statements")) {
      faults.add(in.place(), TemplateFault.GOALS_OR_STATEMENTS);
    }
    int all = draft.statements().size();
    for (Map.Entry<String, Place> set : goalSets.entrySet()) {
      int goals = names.goals(set.getKey());
      if (goals == 0) {
        faults.add(set.getValue(), TemplateFault.NO_GOALS, set.getKey());
      }
      all += goals;
    }
    if (!goalSets.isEmpty() && all > PollLimits.MOST_STATEMENTS) {
      String property = in.has("goalSets") ? "goalSets" : "goalSet";
      in.fault(property, TemplateFault.TOO_MANY_GOALS, PollLimits.MOST_STATEMENTS, all);
    }
  }

  /** What the poll's parts are not, each by itself, but together. */
  private void checkDraft(TemplateFields in, PollDraft draft) {
    for (Problem.Field fault : asked(draft).faults()) {
      String part = fault.field();
      Place place = place(in, part);
      // A part that is faulty by itself has been told of, and how many options there are is not
      // known then.
      boolean told =
          faults.within(place) || (part.equals("most") && faults.within(in.place("options")));
      if (!told) {
        faults.add(place, misfit(part, draft.rules()), draft.options().size());
      }
    }
  }

  /** The draft with a goal where it asks about any: {@link #checkStatements} counts them. */
  private static PollDraft asked(PollDraft draft) {
    boolean asks = draft.kind().is(Trait.STATEMENTS);
    List<Statement> statements = new ArrayList<>(draft.statements());
    if (asks && statements.isEmpty()) {
      statements.add(new Statement("", SOME_GOAL, 1));
    }
    return new PollDraft(
        draft.kind(),
        draft.title(),
        draft.item(),
        draft.rules(),
        draft.scale(),
        draft.most(),
        statements,
        draft.options());
  }

  /** Where a part of a draft stands in the file. */
  private static Place place(TemplateFields in, String part) {
    Matcher item = ITEM.matcher(part);
    return item.lookingAt()
        ? in.place(item.group(1), Integer.parseInt(item.group(2)))
        : in.place(part.substring(part.indexOf('.') + 1));
  }

  private static TemplateFault misfit(String part, Rules rules) {
    return switch (part) {
      case "rules.secrecy", "rules.voters" -> TemplateFault.COMMITMENT_RULES;
      case "rules.quorum" -> TemplateFault.QUORUM_RULE;
      case "rules.byMunicipality" ->
          rules.voters() == Voters.PERSONS
              ? TemplateFault.ONE_COUNT_BY_GROUPS
              : TemplateFault.PERSONS_ONLY;
      case "rules.publishBallots" -> TemplateFault.ANONYMOUS_ONLY;
      case "most" -> TemplateFault.MORE_THAN_OPTIONS;
      default -> part.endsWith(".abstain") ? TemplateFault.SECOND_ABSTENTION : TemplateFault.MISFIT;
    };
  }
}
