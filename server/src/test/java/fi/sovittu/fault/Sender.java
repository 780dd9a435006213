package fi.sovittu.fault;

import fi.sovittu.fault.Operation.Outcome;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a command as a phone does: again and again, until it is told that it is done or refused.
 *
 * @param person whose browser it is
 * @param patience how long it waits for an answer before it tries again
 */
record Sender(Person person, History history, Duration patience) {
  private static final Duration PAUSE = Duration.ofMillis(150);

  Outcome send(Command command) {
    Outcome outcome = attempt(command);
    while (outcome == Outcome.UNKNOWN && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      outcome = attempt(command);
    }
    return outcome;
  }

  Outcome attempt(Command command) {
    Instant invoked = Instant.now();
    Answer answer;
    try {
      answer =
          person.send(
              person
                  .request(command.path())
                  .timeout(patience)
                  .header("Content-Type", "application/json")
                  .method(
                      command.method(),
                      BodyPublishers.ofByteArray(command.body().toBuffer().getBytes())));
    } catch (CompletionException noAnswer) {
      answer = null;
    }
    return history.add(command, invoked, answer);
  }
}
