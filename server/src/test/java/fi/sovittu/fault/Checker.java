package fi.sovittu.fault;

import fi.sovittu.fault.Operation.Kind;
import fi.sovittu.fault.Operation.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares what people were told with what is kept. What was acknowledged must be there, once and
 * in its last acknowledged form; what was refused must not; what nobody knows the outcome of may be
 * or not. Pure.
 */
final class Checker {
  /** A command with the best that was told of it in all its attempts. */
  private record Command(int order, String value, Outcome outcome) {}

  /** Whose commands belong together. */
  private record Series(UUID subject, String actor) {}

  private final Map<Kind, Map<Series, List<Command>>> commands;
  private final Kept kept;
  private final List<String> faults = new ArrayList<>();

  private Checker(List<Operation> history, Kept kept) {
    this.commands = commands(history);
    this.kept = kept;
  }

  /** Everything that is wrong, in words; empty when nothing is. */
  static List<String> faults(List<Operation> history, Kept kept) {
    Checker checker = new Checker(history, kept);
    checker.votes();
    checker.sequences(Kind.MOVE, kept.runs());
    checker.sequences(Kind.ATTENDANCE, kept.attendance());
    checker.goals();
    checker.joins();
    return checker.faults;
  }

  private static Map<Kind, Map<Series, List<Command>>> commands(List<Operation> history) {
    return history.stream()
        .collect(
            Collectors.groupingBy(
                Operation::kind,
                Collectors.groupingBy(
                    operation -> new Series(operation.subject(), operation.actor()),
                    Collectors.collectingAndThen(Collectors.toList(), Checker::inOrder))));
  }

  private static List<Command> inOrder(List<Operation> attempts) {
    Map<List<Object>, Command> best = new HashMap<>();
    for (Operation attempt : attempts) {
      best.merge(
          List.of(attempt.order(), attempt.value()),
          new Command(attempt.order(), attempt.value(), attempt.outcome()),
          (one, other) -> rank(one) <= rank(other) ? one : other);
    }
    return best.values().stream().sorted(Comparator.comparingInt(Command::order)).toList();
  }

  private static int rank(Command command) {
    return switch (command.outcome()) {
      case ACKNOWLEDGED -> 0;
      case UNKNOWN -> 1;
      case REFUSED -> 2;
    };
  }

  private Map<Series, List<Command>> of(Kind kind) {
    return commands.getOrDefault(kind, Map.of());
  }

  private void votes() {
    Map<UUID, Map<String, List<Command>>> polls = new HashMap<>();
    of(Kind.VOTE)
        .forEach((series, own) ->
            polls
                .computeIfAbsent(series.subject(), first -> new TreeMap<>())
                .put(series.actor(), own));
    polls.forEach(this::votes);
  }

  private void votes(UUID poll, Map<String, List<Command>> owners) {
    List<Kept.Ballot> ballots = kept.ballots().getOrDefault(poll, List.of());
    owners.forEach((owner, own) -> {
      List<String> counted =
          ballots.stream()
              .filter(ballot -> ballot.owner().equals(owner))
              .map(Kept.Ballot::answers)
              .toList();
      ballot("ballot of " + owner + " in " + poll, own, counted);
    });
    for (Kept.Ballot ballot : ballots) {
      if (!owners.containsKey(ballot.owner())) {
        faults.add("a ballot in " + poll + " that nobody sent: " + ballot);
      }
    }
    if (kept.turnout().getOrDefault(poll, 0) != ballots.size()) {
      faults.add("turnout " + kept.turnout().get(poll) + " of " + ballots.size() + " in " + poll);
    }
  }

  private void ballot(String what, List<Command> own, List<String> counted) {
    int lastAcknowledged =
        own.stream()
            .filter(command -> command.outcome() == Outcome.ACKNOWLEDGED)
            .mapToInt(Command::order)
            .max()
            .orElse(0);
    Set<String> possible = new HashSet<>();
    for (Command command : own) {
      boolean last =
          command.order() == lastAcknowledged && command.outcome() == Outcome.ACKNOWLEDGED;
      boolean perhaps = command.order() > lastAcknowledged && command.outcome() == Outcome.UNKNOWN;
      if (last || perhaps) {
        possible.add(command.value());
      }
    }
    if (counted.isEmpty() && lastAcknowledged > 0) {
      faults.add("lost: the " + what + ", acknowledged revision " + lastAcknowledged);
    }
    if (counted.size() > 1) {
      faults.add("counted " + counted.size() + " times: the " + what);
    }
    for (String answers : counted) {
      if (!possible.contains(answers)) {
        faults.add("wrong: the " + what + " is " + answers + ", not one of " + possible);
      }
    }
  }

  /** Commands of one after another, each of which leaves the next state behind. */
  private void sequences(Kind kind, Map<UUID, List<String>> states) {
    of(kind)
        .forEach((series, own) -> {
          List<String> seen = states.getOrDefault(series.subject(), List.of());
          List<Command> done =
              own.stream().filter(command -> command.outcome() != Outcome.REFUSED).toList();
          if (!explains(done, seen)) {
            faults.add(
                kind + " of " + series.subject() + ": " + done + " cannot have left " + seen);
          }
        });
  }

  /**
   * Whether the commands in their order, those of unknown outcome done or not, lead through exactly
   * these states. A command to where it is already leaves nothing.
   */
  private static boolean explains(List<Command> commands, List<String> seen) {
    // How many of the states may have been reached so far.
    Set<Integer> reached = Set.of(0);
    for (Command command : commands) {
      Set<Integer> next = new HashSet<>();
      for (int at : reached) {
        if (command.outcome() == Outcome.UNKNOWN
            || (at > 0 && seen.get(at - 1).equals(command.value()))) {
          next.add(at);
        }
        if (at < seen.size()
            && seen.get(at).equals(command.value())
            && (at == 0 || !seen.get(at - 1).equals(command.value()))) {
          next.add(at + 1);
        }
      }
      reached = next;
    }
    return reached.contains(seen.size());
  }

  private void goals() {
    Map<UUID, List<Command>> goals = new HashMap<>();
    of(Kind.GOAL)
        .forEach((series, own) ->
            goals.computeIfAbsent(series.subject(), first -> new ArrayList<>()).addAll(own));
    goals.forEach((goal, all) -> {
      List<String> texts = kept.goals().getOrDefault(goal, List.of());
      for (Command command : all) {
        boolean there =
            command.order() <= texts.size()
                && texts.get(command.order() - 1).equals(command.value());
        if (command.outcome() == Outcome.ACKNOWLEDGED && !there) {
          faults.add("lost: version " + command.order() + " of goal " + goal);
        }
        if (command.outcome() == Outcome.REFUSED && there) {
          faults.add("refused and kept: version " + command.order() + " of goal " + goal);
        }
      }
      if (new HashSet<>(texts).size() < texts.size()) {
        faults.add("kept twice: a wording of goal " + goal + ", " + texts);
      }
      texts.stream()
          // The first version came with the template.
          .skip(1)
          .filter(text -> all.stream().noneMatch(command -> command.value().equals(text)))
          .forEach(text -> faults.add("a wording that nobody sent: " + text));
    });
  }

  private void joins() {
    of(Kind.JOIN)
        .forEach((series, own) -> {
          List<String> names = kept.names().getOrDefault(series.subject(), List.of());
          for (Command command : own) {
            long participants = names.stream().filter(command.value()::equals).count();
            boolean right =
                switch (command.outcome()) {
                  case ACKNOWLEDGED -> participants == 1;
                  case UNKNOWN -> participants <= 1;
                  case REFUSED -> participants == 0;
                };
            if (!right) {
              faults.add(
                  command.value() + " has " + participants + " participants, " + command.outcome());
            }
          }
        });
  }
}
