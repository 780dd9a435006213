package fi.sovittu.simulator;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A phone's link to the service, opened again whenever it breaks while the phone has a network. On
 * every connect the newest state is fetched, because what was published meanwhile is gone. Event
 * loop only.
 */
final class Connection {
  private final Hall hall;
  private final Participant participant;
  private final List<String> addresses;
  private final Consumer<Section> news;
  private final RandomGenerator random;
  private BridgeClient.@Nullable Link link;
  private boolean network = true;
  private boolean connecting;
  private int failures;

  /**
   * @param news is given each section that arrives, pushed or fetched
   * @param random spreads the retries
   */
  Connection(
      Hall hall,
      Participant participant,
      List<String> addresses,
      Consumer<Section> news,
      RandomGenerator random) {
    this.hall = hall;
    this.participant = participant;
    this.addresses = addresses;
    this.news = news;
    this.random = random;
  }

  boolean isUp() {
    return link != null;
  }

  /** The phone has a network (again). */
  void wake() {
    network = true;
    connect();
  }

  /** The phone loses its network: nobody is told. */
  void drop() {
    network = false;
    if (link != null) {
      link.cut();
    }
  }

  private void connect() {
    if (!network || connecting || link != null) {
      return;
    }
    connecting = true;
    hall.bridge()
        .open(participant, addresses, news, this::lost)
        .onComplete(result -> {
          connecting = false;
          if (result.succeeded()) {
            opened(result.result());
          } else {
            again();
          }
        });
  }

  private void opened(BridgeClient.Link opened) {
    link = opened;
    failures = 0;
    if (network) {
      fetch();
    } else {
      opened.cut();
    }
  }

  private void fetch() {
    hall.api()
        .get("/api/live", participant)
        .onSuccess(answer -> {
          if (answer.ok()) {
            Section.all(answer.body()).forEach(news);
          } else {
            hall.counts().refused(answer.code());
          }
        });
  }

  private void lost() {
    link = null;
    again();
  }

  private void again() {
    if (network) {
      failures++;
      hall.counts().retried();
      hall.timers().after(BackOff.millis(failures, random), this::connect);
    }
  }
}
