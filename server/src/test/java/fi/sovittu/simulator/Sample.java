package fi.sovittu.simulator;

import fi.sovittu.simulator.Meeting.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A meeting like the negotiation day. */
final class Sample {
  static final List<String> ROOMS = List.of("children", "working-age", "older");

  private Sample() {}

  static Meeting day() {
    List<Organisation> organisations = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      organisations.add(new Organisation("m" + i, "Kunta " + i, "MUNICIPALITY"));
    }
    add(organisations, "COUNTY", "Pohde, palvelutuotanto");
    add(organisations, "COUNTY", "Pohde, järjestämistoiminnot");
    add(organisations, "COUNTY", "Pohde, vaikuttamistoimielimet");
    add(organisations, "COUNTY", "Pohde, poliittiset toimielimet");
    add(organisations, "NGO", "Jyry, järjestöverkostot");
    add(organisations, "NGO", "Jyry, pelastusjärjestöt");
    add(organisations, "NGO", "Jyry, järjestöneuvottelukunta");
    add(organisations, "PARISH", "Jyry, seurakunnat");
    for (int i = 0; i < 7; i++) {
      add(organisations, "OTHER", "Hyry " + i);
    }
    return new Meeting(
        "day", "ABC234", "plenary", ROOMS, organisations, Map.of("ngos", Set.of("o34", "o35")));
  }

  private static void add(List<Organisation> organisations, String kind, String name) {
    organisations.add(new Organisation("o" + organisations.size(), name, kind));
  }
}
