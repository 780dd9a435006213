package fi.sovittu.simulator;

import java.util.ArrayList;
import java.util.List;
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

  /**
   * A municipality's answer to one goal set.
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

  /** Between 0.45 and 0.95 of the scale, by the statement's words. */
  private static double popularity(String statement) {
    return 0.45 + Math.floorMod(statement.hashCode(), 51) / 100.0;
  }

  /** One answer per goal set: most commit. */
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

  /** Whether to replace what another representative of the municipality has answered. */
  boolean overridesColleague() {
    return random.nextInt(100) < OVERRIDE_PERCENT;
  }
}
