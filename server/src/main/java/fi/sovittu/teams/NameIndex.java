package fi.sovittu.teams;

import fi.sovittu.teams.Matches.Participant;
import fi.sovittu.teams.report.AttendeeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds participants by what Teams shows as a name: in any order of its words, without case and
 * diacritics, with more or fewer given names. What it finds is a suggestion, never a match. Pure.
 */
final class NameIndex {
  /** Suggestions for one person. */
  static final int MOST = 3;

  /** Names share so many words at least, if they are not the same. */
  private static final int COMMON = 2;

  /**
   * The contract's {@code TeamsSuggestion}.
   *
   * @param same whether the names have the same words
   */
  record Suggestion(Participant participant, boolean same) {}

  private record Entry(Participant participant, Set<String> words) {}

  private final Map<String, List<Entry>> byWord = new HashMap<>();

  NameIndex(Collection<Participant> participants) {
    for (Participant participant : participants) {
      Entry entry = new Entry(participant, AttendeeName.words(participant.name()));
      for (String word : entry.words()) {
        byWord.computeIfAbsent(word, first -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** The likeliest first. */
  List<Suggestion> find(String name) {
    Set<String> words = AttendeeName.words(name);
    Set<Entry> candidates = new LinkedHashSet<>();
    words.forEach(word -> candidates.addAll(byWord.getOrDefault(word, List.of())));
    return candidates.stream()
        .filter(one -> isLike(words, one.words()))
        .map(one -> new Suggestion(one.participant(), one.words().equals(words)))
        .sorted(Comparator.comparing(Suggestion::same).reversed())
        .limit(MOST)
        .toList();
  }

  private static boolean isLike(Set<String> a, Set<String> b) {
    if (a.equals(b)) {
      return true;
    }
    return Math.min(a.size(), b.size()) >= COMMON && (a.containsAll(b) || b.containsAll(a));
  }
}
