package fi.sovittu.fault;

import fi.sovittu.fault.Operation.Outcome;
import fi.sovittu.support.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every attempt at every command by anyone, in the order in which they ended. Thread-safe. */
final class History {
  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

  /**
   * Keeps an attempt.
   *
   * @param answer null when none came
   */
  Outcome add(Command command, Instant invoked, Answer answer) {
    Outcome outcome = outcome(command, answer);
    operations.add(
        new Operation(
            command.kind(),
            command.subject(),
            command.actor(),
            command.order(),
            command.value(),
            outcome,
            invoked,
            Instant.now()));
    return outcome;
  }

  private Outcome outcome(Command command, Answer answer) {
    if (answer == null || answer.status() == 503) {
      return Outcome.UNKNOWN;
    }
    if (answer.status() / 100 == 2) {
      return Outcome.ACKNOWLEDGED;
    }
    if (answer.status() / 100 == 4) {
      if (command.mayBe().isEmpty() || !command.mayBe().equals(answer.code())) {
        surprises.add(command + " was answered " + answer.text());
      }
      return Outcome.REFUSED;
    }
    surprises.add(command + " was answered " + answer.status() + " " + answer.text());
    return Outcome.UNKNOWN;
  }

  /** Keeps what must not happen to a phone itself. */
  void surprise(String what) {
    surprises.add(what);
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** Answers that the commands should not have got. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  long count(Outcome outcome) {
    return operations.stream().filter(operation -> operation.outcome() == outcome).count();
  }

  /** What was sent and acknowledged between the two instants. */
  List<Operation> acknowledgedBetween(Instant from, Instant to) {
    return operations.stream()
        .filter(operation -> operation.outcome() == Outcome.ACKNOWLEDGED)
        .filter(
            operation -> operation.invoked().isAfter(from) && operation.completed().isBefore(to))
        .toList();
  }

  /** The longest time that an attempt took. */
  Duration longest() {
    return operations.stream()
        .map(operation -> Duration.between(operation.invoked(), operation.completed()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
