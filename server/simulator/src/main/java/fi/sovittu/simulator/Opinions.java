package fi.sovittu.simulator;

import fi.sovittu.simulator.Poll.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a person thinks. A statement has friends and foes of its own, the same for the whole hall,
 * and each person is a little kinder or stricter than others, so that a tally looks like one of
 * people. Drawn from a random of the person's own.
 */
final class Opinions {
  /** The names are those of the API. */
  enum Stance {
    COMMITS,
    RESERVATION,
    DECLINES
  }

  /** The names are those of the API. */
  enum Thumb {
    UP,
    SIDEWAYS,
    DOWN
  }

  /**
   * An organisation's answer to one goal.
   *
   * @param reservation given with a RESERVATION only
   */
  record Commitment(Stance stance, @Nullable String reservation) {}

  static final List<String> RESERVATIONS =
      List.of(
          "Sitoudumme, kun toimenpiteille on varattu rahoitus kunnan talousarviossa.",
          "Edellyttää valtuuston hyväksyntää talousarvion käsittelyssä.",
          "Toteutamme toimenpiteet yhdessä naapurikuntien kanssa, koska oma henkilöstö ei riitä.",
          "Seurannan mittarit on sovittava ennen kuin tavoite kirjataan hyvinvointisuunnitelmaan.",
          "Kyyditysten järjestäminen edellyttää, että kustannukset jaetaan.",
          "Tavoite on yhteinen, mutta aikataulu on kunnallemme liian tiukka.",
          "Sitoudumme, jos järjestöjen avustukset säilyvät nykyisellä tasolla.",
          "Pitkien etäisyyksien vuoksi osa palveluista järjestetään etänä.");

  private static final int CANT_SAY_PERCENT = 7;
  private static final int RESERVATION_PERCENT = 12;
  private static final int DECLINE_PERCENT = 4;
  private static final int OVERRIDE_PERCENT = 15;
  private static final int ABSTAIN_PERCENT = 6;
  private static final int THUMB_UP_PERCENT = 68;
  private static final int THUMB_DOWN_PERCENT = 12;

  /** How many rank only the options that matter to them. */
  private static final int SHORT_RANKING_PERCENT = 25;

  private static final int POINTS = 100;

  /** People share points by fives. */
  private static final int HANDFUL = 5;

  private final RandomGenerator random;

  /** How much kinder than the others the person is, in steps of five. */
  private final double kindness;

  Opinions(RandomGenerator random) {
    this.random = random;
    this.kindness = 0.6 * random.nextGaussian();
  }

  /** One value per statement, 1 to {@code steps}; null means "can't say". */
  List<@Nullable Integer> scale(List<String> statements, int steps) {
    List<@Nullable Integer> values = new ArrayList<>(statements.size());
    for (String statement : statements) {
      values.add(random.nextInt(100) < CANT_SAY_PERCENT ? null : value(statement, steps));
    }
    return values;
  }

  private int value(String statement, int steps) {
    double share = popularity(statement) + (kindness + 0.8 * random.nextGaussian()) / 5;
    return (int) Math.clamp(Math.round(0.5 + share * steps), 1, steps);
  }

  /** The places of the options chosen, one to {@code most}; an abstention stands alone. */
  List<Integer> choice(List<Option> options, int most) {
    List<Integer> real = new ArrayList<>();
    Integer abstention = null;
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).abstain()) {
        abstention = i;
      } else {
        real.add(i);
      }
    }
    if (abstention != null && random.nextInt(100) < ABSTAIN_PERCENT) {
      return List.of(abstention);
    }
    List<Integer> preferred = byPreference(options);
    preferred.retainAll(real);
    int chosen = 1 + random.nextInt(Math.min(most, real.size()));
    return List.copyOf(preferred.subList(0, chosen));
  }

  Thumb thumb() {
    int dice = random.nextInt(100);
    return dice < THUMB_UP_PERCENT
        ? Thumb.UP
        : dice < 100 - THUMB_DOWN_PERCENT ? Thumb.SIDEWAYS : Thumb.DOWN;
  }

  /** The places of the options, the best first; of some people only the best ones. */
  List<Integer> ranking(List<Option> options) {
    List<Integer> preferred = byPreference(options);
    boolean some = random.nextInt(100) < SHORT_RANKING_PERCENT;
    int given = some ? 1 + random.nextInt(options.size()) : options.size();
    return List.copyOf(preferred.subList(0, given));
  }

  /** Points for every option in their order, {@value #POINTS} together. */
  List<Integer> points(List<Option> options) {
    int[] points = new int[options.size()];
    List<Integer> preferred = byPreference(options);
    int left = POINTS;
    for (int option : preferred) {
      int handfuls = (int) Math.round(left * (0.2 + 0.5 * random.nextDouble()) / HANDFUL);
      points[option] = Math.min(left, handfuls * HANDFUL);
      left -= points[option];
    }
    points[preferred.getFirst()] += left;
    return Arrays.stream(points).boxed().toList();
  }

  private List<Integer> byPreference(List<Option> options) {
    List<Double> liking = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Option option : options) {
      places.add(liking.size());
      liking.add(popularity(option.text()) + 0.25 * random.nextGaussian());
    }
    places.sort(Comparator.comparing(liking::get).reversed());
    return places;
  }

  /** One to {@code most} texts that differ. */
  List<String> texts(int most) {
    return different(most, Sayings::text);
  }

  /** One to {@code most} words that differ when case is ignored. */
  List<String> words(int most) {
    return different(most, Sayings::word);
  }

  private List<String> different(int most, Function<RandomGenerator, String> next) {
    Set<String> texts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    int wanted = 1 + random.nextInt(most);
    while (texts.size() < wanted) {
      texts.add(next.apply(random));
    }
    return List.copyOf(texts);
  }

  /** Between 0.45 and 0.95 of the scale, by the statement's words. */
  private static double popularity(String statement) {
    return 0.45 + Math.floorMod(statement.hashCode(), 51) / 100.0;
  }

  /** One answer per goal: most commit. */
  List<Commitment> commitments(int statements) {
    List<Commitment> answers = new ArrayList<>(statements);
    for (int i = 0; i < statements; i++) {
      answers.add(commitment());
    }
    return answers;
  }

  private Commitment commitment() {
    int dice = random.nextInt(100);
    if (dice < DECLINE_PERCENT) {
      return new Commitment(Stance.DECLINES, null);
    }
    if (dice < DECLINE_PERCENT + RESERVATION_PERCENT) {
      String text = RESERVATIONS.get(random.nextInt(RESERVATIONS.size()));
      return new Commitment(Stance.RESERVATION, text);
    }
    return new Commitment(Stance.COMMITS, null);
  }

  /** Whether to replace what another representative of the organisation has answered. */
  boolean overridesColleague() {
    return random.nextInt(100) < OVERRIDE_PERCENT;
  }
}
