package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.base.Tokens;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.identity.Role;
import fi.sovittu.people.roster.Roster;
import fi.sovittu.people.roster.RosterColumn;
import fi.sovittu.people.roster.RosterFault;
import fi.sovittu.people.roster.RosterReader;
import fi.sovittu.people.roster.RosterRefused.Fault;
import fi.sovittu.people.roster.RosterWish;
import fi.sovittu.people.roster.RosterWords;
import fi.sovittu.people.roster.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a roster would make of the people of a meeting, row by row. Persons are recognised by their
 * e-mail address, case ignored, else by name and organisation. Nothing is done by it. Immutable.
 */
record RosterPlan(List<Step> steps) {
  enum Outcome {
    NEW,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /**
   * What becomes of a row.
   *
   * @param before null of a new one and of one that is not recognised
   * @param after null of a refused one
   */
  record Step(
      int line,
      String name,
      Outcome outcome,
      @Nullable Participant before,
      @Nullable Participant after,
      List<Fault> faults) {}

  /**
   * Makes the plan. A file and a state of the meeting always give the same one, but for the ids of
   * new persons.
   *
   * @param caller the organiser, whose own role the roster must not take
   */
  static RosterPlan of(Roster roster, Known known, UUID caller) {
    return new Maker(roster, known, caller).make();
  }

  /** Who is new or changes. */
  List<Participant> toStore() {
    return steps.stream()
        .filter(step -> step.outcome() == Outcome.NEW || step.outcome() == Outcome.CHANGED)
        .map(step -> Objects.requireNonNull(step.after()))
        .toList();
  }

  /** Who is on the roster and stays as they are. */
  List<UUID> unchanged() {
    return steps.stream()
        .filter(step -> step.outcome() == Outcome.UNCHANGED)
        .map(step -> Objects.requireNonNull(step.after()).id())
        .toList();
  }

  int count(Outcome outcome) {
    return (int) steps.stream().filter(step -> step.outcome() == outcome).count();
  }

  /** Rows are refused, each for its reasons. */
  Problem problem(RosterWords words) {
    return Problem.withFields(
        Problem.Code.ROSTER_INVALID,
        steps.stream()
            .flatMap(step ->
                step.faults().stream()
                    .map(fault ->
                        new Problem.Field(Integer.toString(step.line()), words.sentence(fault))))
            .toList());
  }

  /** A digest of what the plan would do; the same for two plans that would do the same. */
  String digest() {
    Map<UUID, String> fresh = new HashMap<>();
    steps.stream()
        .filter(step -> step.outcome() == Outcome.NEW)
        .forEach(
            step -> fresh.put(Objects.requireNonNull(step.after()).id(), "line " + step.line()));
    StringBuilder all = new StringBuilder();
    for (Step step : steps) {
      all.append(step.line()).append(step.outcome()).append(step.faults());
      if (step.outcome() != Outcome.UNCHANGED) {
        all.append(text(step.before(), fresh));
      }
      all.append(text(step.after(), fresh)).append('\n');
    }
    return Tokens.base64Url(Tokens.sha256(all.toString()));
  }

  /** Ids of new persons are drawn anew each time; their lines stand for them. */
  private static String text(@Nullable Participant participant, Map<UUID, String> fresh) {
    if (participant == null) {
      return "-";
    }
    UUID deputyOf = participant.deputyOf();
    return List.of(
            fresh.getOrDefault(participant.id(), participant.id().toString()),
            participant.name(),
            String.valueOf(participant.email()),
            String.valueOf(participant.organisation()),
            String.valueOf(participant.title()),
            participant.groups(),
            String.valueOf(participant.room()),
            participant.roles(),
            participant.represents(),
            participant.voting(),
            deputyOf == null ? "-" : fresh.getOrDefault(deputyOf, deputyOf.toString()),
            String.valueOf(participant.expected()))
        .toString();
  }

  /** One making of a plan. */
  private static final class Maker {
    private final Roster roster;
    private final Known known;
    private final UUID caller;
    private final Map<String, Entry> byEmail = new HashMap<>();
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<UUID, Integer> lineOf = new HashMap<>();
    private final Map<String, Integer> lineOfEmail = new HashMap<>();
    private final Map<String, List<RosterWish>> linesOfName = new HashMap<>();

    Maker(Roster roster, Known known, UUID caller) {
      this.roster = roster;
      this.known = known;
      this.caller = caller;
      for (Entry entry : known.entries()) {
        if (entry.mergedInto() == null) {
          Participant participant = entry.participant();
          if (participant.email() != null) {
            byEmail.put(participant.email().toLowerCase(Locale.ROOT), entry);
          }
          for (String key : names(participant.name(), participant.organisation())) {
            byName.computeIfAbsent(key, first -> new ArrayList<>()).add(entry);
          }
        }
      }
    }

    /** Under its name alone too, for rosters without organisations. */
    private static List<String> names(String name, @Nullable UUID organisation) {
      return List.of(Spelling.key(name) + "\n" + organisation, Spelling.key(name));
    }

    RosterPlan make() {
      List<RosterWish> wishes = new RosterReader(roster, known.nameable()).wishes();
      List<Draft> drafts = wishes.stream().map(this::draft).toList();
      new Deputies(known, drafts).resolve();
      return new RosterPlan(drafts.stream().map(this::step).toList());
    }

    private Draft draft(RosterWish wish) {
      List<Fault> faults = new ArrayList<>(wish.faults());
      Entry entry = find(wish, faults);
      Integer before =
          entry == null ? sameInFile(wish) : lineOf.putIfAbsent(entry.id(), wish.line());
      if (before != null) {
        faults.add(Fault.of(RosterFault.SAME_AS_LINE, before));
      }
      if (entry != null
          && entry.channel() != null
          && wish.roles() != null
          && wish.roles().stream().anyMatch(grant -> grant.role() == Role.SCREEN)) {
        faults.add(Fault.of(RosterFault.SCREEN_PRESENT));
      }
      remember(wish);
      Participant now = entry == null ? null : entry.participant();
      return new Draft(wish, now, applied(wish, now), faults);
    }

    private @Nullable Entry find(RosterWish wish, List<Fault> faults) {
      if (wish.email() != null) {
        Entry found = byEmail.get(wish.email().toLowerCase(Locale.ROOT));
        if (found != null) {
          return found;
        }
      }
      List<Entry> same =
          byName.getOrDefault(key(wish), List.of()).stream()
              .filter(entry -> wish.email() == null || entry.participant().email() == null)
              .toList();
      if (same.size() > 1) {
        faults.add(Fault.of(RosterFault.AMBIGUOUS));
      }
      return same.size() == 1 ? same.getFirst() : null;
    }

    private String key(RosterWish wish) {
      return roster.has(RosterColumn.ORGANISATION)
          ? Spelling.key(wish.name()) + "\n" + wish.organisation()
          : Spelling.key(wish.name());
    }

    /** An earlier row about the same new person; two namesakes differ by their e-mail addresses. */
    private @Nullable Integer sameInFile(RosterWish wish) {
      if (wish.email() != null) {
        Integer line = lineOfEmail.get(wish.email().toLowerCase(Locale.ROOT));
        if (line != null) {
          return line;
        }
      }
      for (RosterWish other : linesOfName.getOrDefault(key(wish), List.of())) {
        if (wish.email() == null || other.email() == null) {
          return other.line();
        }
      }
      return null;
    }

    private void remember(RosterWish wish) {
      if (wish.email() != null) {
        lineOfEmail.putIfAbsent(wish.email().toLowerCase(Locale.ROOT), wish.line());
      }
      linesOfName.computeIfAbsent(key(wish), first -> new ArrayList<>()).add(wish);
    }

    private static Participant applied(RosterWish wish, @Nullable Participant now) {
      boolean deputy = wish.deputyOf() != null;
      Participant base =
          now == null
              ? new Participant(
                  UUID.randomUUID(),
                  wish.name(),
                  null,
                  null,
                  null,
                  List.of(),
                  null,
                  List.of(new Grant(Role.PARTICIPANT, null)),
                  !deputy,
                  Voting.YES,
                  null,
                  null)
              : now;
      Participant changed =
          new Participant(
              base.id(),
              wish.name(),
              base.email() != null
                      && wish.email() != null
                      && base.email().equalsIgnoreCase(wish.email())
                  ? base.email()
                  : or(wish.email(), base.email()),
              or(wish.organisation(), base.organisation()),
              or(wish.title(), base.title()),
              wish.groups() == null ? base.groups() : wish.groups(),
              or(wish.room(), base.room()),
              base.roles(),
              wish.represents() == null ? base.represents() : wish.represents(),
              // Who is on a roster is invited, and waits for nobody's nod.
              base.voting() == Voting.WAITING ? Voting.YES : base.voting(),
              base.deputyOf(),
              or(wish.expected(), base.expected()));
      return wish.roles() == null ? changed : changed.withRoles(wish.roles());
    }

    private static <T> @Nullable T or(@Nullable T wished, @Nullable T present) {
      return wished == null ? present : wished;
    }

    private Step step(Draft draft) {
      RosterWish wish = draft.wish();
      Participant after = draft.after();
      Participant before = draft.before();
      if (before != null
          && before.id().equals(caller)
          && before.has(Role.ORGANISER)
          && !after.has(Role.ORGANISER)) {
        draft.faults().add(Fault.of(RosterFault.OWN_ROLE));
      }
      if (!draft.faults().isEmpty()) {
        return new Step(
            wish.line(), wish.name(), Outcome.REFUSED, before, null, List.copyOf(draft.faults()));
      }
      Outcome outcome =
          before == null ? Outcome.NEW : before.equals(after) ? Outcome.UNCHANGED : Outcome.CHANGED;
      return new Step(wish.line(), wish.name(), outcome, before, after, List.of());
    }
  }

  /** A row on its way to a step; its deputy is found when all rows are read. */
  private static final class Draft {
    private final RosterWish wish;
    private final @Nullable Participant before;
    private final List<Fault> faults;
    private Participant after;

    Draft(RosterWish wish, @Nullable Participant before, Participant after, List<Fault> faults) {
      this.wish = wish;
      this.before = before;
      this.after = after;
      this.faults = faults;
    }

    RosterWish wish() {
      return wish;
    }

    @Nullable Participant before() {
      return before;
    }

    Participant after() {
      return after;
    }

    List<Fault> faults() {
      return faults;
    }
  }

  /** Finds whose deputies the rows name, among the people as they will be. */
  private static final class Deputies {
    private final List<Draft> drafts;
    private final Map<UUID, Participant> people = new HashMap<>();
    private final Map<String, List<Participant>> byName = new HashMap<>();
    private final Map<String, Participant> byEmail = new HashMap<>();
    private final Set<UUID> refused = new HashSet<>();

    Deputies(Known known, List<Draft> drafts) {
      this.drafts = drafts;
      known.living().values().forEach(entry -> people.put(entry.id(), entry.participant()));
      for (Draft draft : drafts) {
        if (draft.faults().isEmpty()) {
          people.put(draft.after().id(), draft.after());
        } else {
          refused.add(draft.after().id());
        }
      }
      for (Participant participant : people.values()) {
        byName
            .computeIfAbsent(
                key(participant.name(), participant.organisation()), first -> new ArrayList<>())
            .add(participant);
        if (participant.email() != null) {
          byEmail.put(participant.email().toLowerCase(Locale.ROOT), participant);
        }
      }
    }

    private static String key(String name, @Nullable UUID organisation) {
      return Spelling.key(name) + "\n" + organisation;
    }

    void resolve() {
      for (Draft draft : drafts) {
        String named = draft.wish().deputyOf();
        if (named != null) {
          resolve(draft, named);
        }
        UUID deputyOf = draft.after().deputyOf();
        Participant other = deputyOf == null ? null : people.get(deputyOf);
        if (other != null && !Objects.equals(other.organisation(), draft.after().organisation())) {
          draft.faults().add(Fault.of(RosterFault.DEPUTY_OF_OTHERS, other.name()));
        }
      }
    }

    private void resolve(Draft draft, String named) {
      Participant after = draft.after();
      Participant addressed = byEmail.get(named.toLowerCase(Locale.ROOT));
      List<Participant> found =
          addressed != null
              ? List.of(addressed)
              : byName.getOrDefault(key(named, after.organisation()), List.of());
      if (found.size() > 1) {
        draft.faults().add(Fault.of(RosterFault.DEPUTY_AMBIGUOUS, named));
      } else if (found.isEmpty() || refused.contains(found.getFirst().id())) {
        draft.faults().add(Fault.of(RosterFault.DEPUTY_UNKNOWN, named));
      } else if (found.getFirst().id().equals(after.id())) {
        draft.faults().add(Fault.of(RosterFault.DEPUTY_OF_SELF));
      } else {
        draft.after = after.withDeputyOf(found.getFirst().id());
      }
    }
  }
}
