package fi.sovittu.simulator;

import java.util.Map;
import java.util.TreeMap;

/** What the hall has done so far, in numbers only: nothing here names a person or a choice. */
final class Counts {
  private final Map<String, Integer> refusals = new TreeMap<>();
  private int joined;
  private int connected;
  private int votes;
  private int changes;
  private int support;
  private int drops;
  private int moves;
  private int retries;

  void joined() {
    joined++;
  }

  void connected() {
    connected++;
  }

  void disconnected() {
    connected--;
  }

  /** A first ballot was acknowledged. */
  void voted() {
    votes++;
  }

  /** A changed ballot was acknowledged. */
  void changedMind() {
    changes++;
  }

  /** Support for a text was acknowledged. */
  void supported() {
    support++;
  }

  /** A phone went silent. */
  void dropped() {
    drops++;
  }

  /** A change of channel, a leaving or a return was acknowledged. */
  void moved() {
    moves++;
  }

  void retried() {
    retries++;
  }

  /**
   * @param code the problem's code, or what the bridge said
   */
  void refused(String code) {
    refusals.merge(code, 1, Integer::sum);
  }

  /** How often each code was met. */
  Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  @Override
  public String toString() {
    return String.format(
        "%d joined, %d connected, %d votes, %d changed, %d supported, %d drops, %d moves, %d"
            + " retries, refused %s",
        joined, connected, votes, changes, support, drops, moves, retries, refusals);
  }
}
