package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The words of a cloud: those given most, then by the Finnish alphabet.
 *
 * @param words at most {@link #MOST}
 * @param others how many more different words were given
 */
public record WordsTally(int ballots, List<Word> words, int others) implements Tally {
  /** The most words in a cloud. */
  static final int MOST = 100;

  private static final Comparator<Word> MOST_GIVEN =
      Comparator.comparingInt(Word::count).reversed().thenComparing(Word::word, Finnish.ORDER);

  /**
   * @param word in its most common spelling
   * @param count ballots that gave it, in whatever case
   */
  public record Word(String word, int count) {}

  @Override
  public PollKind kind() {
    return PollKind.WORDS;
  }

  /** Counts sound ballots. */
  static WordsTally of(List<JsonArray> ballots) {
    Map<String, Map<String, Integer>> spellings = new HashMap<>();
    for (JsonArray ballot : ballots) {
      for (int i = 0; i < ballot.size(); i++) {
        String word = ballot.getString(i);
        spellings
            .computeIfAbsent(Texts.fold(word), first -> new HashMap<>())
            .merge(word, 1, Integer::sum);
      }
    }
    List<Word> shown = mostGiven(spellings.values());
    return new WordsTally(ballots.size(), shown, spellings.size() - shown.size());
  }

  /** Keeps no more words than are shown: sorting by an alphabet is slow. */
  private static List<Word> mostGiven(Collection<Map<String, Integer>> spellings) {
    PriorityQueue<Word> kept = new PriorityQueue<>(MOST_GIVEN.reversed());
    for (Map<String, Integer> ofOne : spellings) {
      Word word = word(ofOne);
      if (kept.size() < MOST) {
        kept.add(word);
      } else if (MOST_GIVEN.compare(word, kept.element()) < 0) {
        kept.remove();
        kept.add(word);
      }
    }
    return kept.stream().sorted(MOST_GIVEN).toList();
  }

  private static Word word(Map<String, Integer> spellings) {
    List<Word> words = new ArrayList<>();
    spellings.forEach((spelling, count) -> words.add(new Word(spelling, count)));
    int count = words.stream().mapToInt(Word::count).sum();
    words.sort(MOST_GIVEN);
    return new Word(words.getFirst().word(), count);
  }
}
