package fi.sovittu.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.simulator.Guest.Channel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40, 130, 500, 10_000})
  void invitesAsManyAsAskedFor(int people) {
    assertThat(day(people)).hasSize(people);
  }

  @Test
  void bringsTheInvitedMixOfTheDay() {
    Map<String, Long> byKind =
        day(130).stream().collect(groupingBy(guest -> guest.organisation().kind(), counting()));

    assertThat(byKind)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("COUNTY", 17L, "NGO", 8L, "PARISH", 1L, "OTHER", 7L, "MUNICIPALITY", 97L));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 130, 500})
  void coversEveryMunicipality(int people) {
    assertThat(day(people))
        .filteredOn(guest -> guest.organisation().isMunicipality())
        .extracting(guest -> guest.organisation().id())
        .contains(
            Sample.day().organisations().subList(0, 30).stream()
                .map(o -> o.id())
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 130, 10_000})
  void givesAMunicipalityAtMostOnePlaceOnSiteInEachRoom(int people) {
    Map<List<String>, Long> places =
        day(people).stream()
            .filter(guest -> guest.organisation().isMunicipality())
            .filter(guest -> guest.channel() == Channel.ON_SITE)
            .collect(
                groupingBy(guest -> List.of(guest.organisation().id(), guest.room()), counting()));

    assertThat(places).isNotEmpty().values().containsOnly(1L);
  }

  @Test
  void spreadsPeopleEvenlyOverTheRooms() {
    Predicate<Guest> jyry = guest -> guest.organisation().name().startsWith("Jyry");

    assertThat(rooms(day(130), guest -> true).values()).allMatch(n -> n >= 42 && n <= 44);
    assertThat(rooms(day(130), jyry)).hasSize(3).values().containsOnly(3L);
    assertThat(day(130)).filteredOn(guest -> guest.room() == null).hasSize(1);
  }

  @Test
  void letsOneOrTwoAnswerForAnOrganisation() {
    Map<String, Long> spokespeople =
        day(500).stream()
            .filter(Guest::spokesperson)
            .collect(
                groupingBy(
                    guest -> guest.organisation().kind() + guest.organisation().id(), counting()));

    assertThat(spokespeople).hasSize(Sample.day().organisations().size());
    assertThat(spokespeople.values()).containsOnly(1L, 2L);
  }

  @Test
  void invitesTheSamePeopleAgain() {
    assertThat(day(130)).isEqualTo(day(130));
  }

  @Test
  void managesWithoutParallelRoomsAndMunicipalities() {
    Meeting plain =
        new Meeting(
            "m",
            "ABC234",
            "plenary",
            List.of(),
            List.of(new Meeting.Organisation("o", "Yhdistys", "NGO")),
            Map.of());

    assertThat(Invitation.of(plain, 12, new SplittableRandom(1)))
        .hasSize(12)
        .allMatch(guest -> guest.room() == null);
  }

  private static List<Guest> day(int people) {
    return Invitation.of(Sample.day(), people, new SplittableRandom(1));
  }

  private static Map<String, Long> rooms(List<Guest> guests, Predicate<Guest> who) {
    return guests.stream()
        .filter(who)
        .map(Guest::room)
        .filter(Objects::nonNull)
        .collect(groupingBy(room -> room, counting()));
  }
}
