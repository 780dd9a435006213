package fi.sovittu.people;

import fi.sovittu.people.RosterPlan.Outcome;
import fi.sovittu.people.RosterPlan.Step;
import fi.sovittu.people.roster.Roster;
import fi.sovittu.people.roster.RosterColumn;
import fi.sovittu.people.roster.RosterWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code RosterPreview}: what an import would do.
 *
 * @param digest of the plan; the import is asked for with it
 * @param rows those that change something or are refused, in the file's order
 */
record RosterPreview(String digest, List<Heading> headings, Counts counts, List<Row> rows) {
  /**
   * @param meaning the heading that we use for it; null for a column that is not read
   */
  record Heading(String text, @Nullable String meaning) {}

  record Counts(int fresh, int changed, int unchanged, int refused) {}

  /** One property that changes, in words; null for an empty one. */
  record Difference(RosterColumn what, @Nullable String from, @Nullable String to) {}

  record Row(
      int line,
      Outcome outcome,
      String name,
      @Nullable String organisation,
      List<Difference> changes,
      List<String> reasons) {}

  static RosterPreview of(Roster roster, RosterPlan plan, Known known, RosterWords words) {
    Cells cells = new Cells(known, plan, words);
    return new RosterPreview(
        plan.digest(),
        roster.headings().stream()
            .map(heading ->
                new Heading(
                    heading.text(),
                    heading.meaning() == null || heading.meaning() == RosterColumn.LINK
                        ? null
                        : words.heading(heading.meaning())))
            .toList(),
        counts(plan),
        plan.steps().stream()
            .filter(step -> step.outcome() != Outcome.UNCHANGED)
            .map(step -> row(step, cells, words))
            .toList());
  }

  static Counts counts(RosterPlan plan) {
    return new Counts(
        plan.count(Outcome.NEW),
        plan.count(Outcome.CHANGED),
        plan.count(Outcome.UNCHANGED),
        plan.count(Outcome.REFUSED));
  }

  private static Row row(Step step, Cells cells, RosterWords words) {
    Participant shown = step.after() == null ? step.before() : step.after();
    List<Difference> changes = new ArrayList<>();
    if (step.before() != null && step.after() != null) {
      Map<RosterColumn, String> from = cells.of(step.before());
      Map<RosterColumn, String> to = cells.of(step.after());
      for (RosterColumn column : from.keySet()) {
        if (!Objects.equals(from.get(column), to.get(column))) {
          changes.add(new Difference(column, empty(from.get(column)), empty(to.get(column))));
        }
      }
    }
    return new Row(
        step.line(),
        step.outcome(),
        step.name(),
        shown == null ? null : empty(cells.of(shown).get(RosterColumn.ORGANISATION)),
        List.copyOf(changes),
        step.faults().stream().map(words::sentence).toList());
  }

  private static @Nullable String empty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Persons as the cells of a roster. */
  static final class Cells {
    private final RosterWords words;
    private final Map<UUID, String> organisations;
    private final Map<UUID, String> rooms;
    private final Map<UUID, String> groups;
    private final Map<UUID, String> people;

    Cells(Known known, @Nullable RosterPlan plan, RosterWords words) {
      this.words = words;
      this.organisations = known.nameable().organisationNames();
      this.rooms = known.nameable().roomNames();
      this.groups = known.nameable().groupNames();
      this.people =
          known.entries().stream()
              .collect(Collectors.toMap(Entry::id, one -> one.participant().name()));
      if (plan != null) {
        plan.toStore().forEach(participant -> people.put(participant.id(), participant.name()));
      }
    }

    /** What a roster says of the person; an empty text where it says nothing. */
    Map<RosterColumn, String> of(Participant participant) {
      Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
      cells.put(RosterColumn.NAME, participant.name());
      cells.put(RosterColumn.EMAIL, participant.email() == null ? "" : participant.email());
      cells.put(RosterColumn.ORGANISATION, name(organisations, participant.organisation()));
      cells.put(RosterColumn.TITLE, participant.title() == null ? "" : participant.title());
      cells.put(
          RosterColumn.GROUPS,
          participant.groups().stream().map(groups::get).collect(Collectors.joining("; ")));
      cells.put(RosterColumn.ROOMS, name(rooms, participant.room()));
      cells.put(RosterColumn.ROLES, words.roles(participant.roles(), rooms));
      cells.put(RosterColumn.REPRESENTS, words.yesOrNo(participant.represents()));
      cells.put(RosterColumn.DEPUTY_OF, name(people, participant.deputyOf()));
      cells.put(RosterColumn.EXPECTED, words.channel(participant.expected()));
      return cells;
    }

    private static String name(Map<UUID, String> names, @Nullable UUID id) {
      return id == null ? "" : Objects.requireNonNullElse(names.get(id), "");
    }
  }
}
