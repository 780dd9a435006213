package fi.sovittu.simulator;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up names: common first names, and surnames that nobody bears. */
final class Names {
  static final List<String> FIRST =
      List.of(
          "Aino", "Anna", "Anneli", "Antti", "Eero", "Eeva", "Elina", "Emilia", "Hanna", "Heikki",
          "Helena", "Ilkka", "Janne", "Johanna", "Juha", "Jukka", "Kaisa", "Kari", "Katja", "Laura",
          "Lauri", "Leena", "Maija", "Maria", "Marja", "Marko", "Matti", "Mikko", "Minna", "Olli",
          "Outi", "Pekka", "Pirjo", "Päivi", "Riikka", "Risto", "Sanna", "Sari", "Tapio", "Tiina",
          "Timo", "Tuomas", "Tuula", "Veikko", "Ville");

  private static final List<String> BEGINNINGS =
      List.of(
          "Aamu", "Halla", "Harmaa", "Hilja", "Ilta", "Kaiku", "Kajo", "Kuura", "Lumo", "Pilvi",
          "Pouta", "Routa", "Ruska", "Sumu", "Tyyni", "Usva", "Utu", "Varhais");

  private static final List<String> ENDINGS =
      List.of(
          "airo", "loimu", "kaisla", "kannel", "keinu", "kelo", "lyhty", "pihlaja", "polku",
          "portti", "pursi", "reki", "sauna", "seppele", "tuohi", "nauha", "varpu", "venho");

  private Names() {}

  static String next(RandomGenerator random) {
    return pick(FIRST, random) + " " + pick(BEGINNINGS, random) + pick(ENDINGS, random);
  }

  private static String pick(List<String> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }
}
