package fi.sovittu.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a declaration of a section brings: its address, its listeners, its place, its news. */
class SectionsTest {
  private static final Fact RAIN = new Fact("rain");
  private static final UUID MEETING = UUID.randomUUID();
  private static final UUID ROOM = UUID.randomUUID();
  private static final UUID OTHER_ROOM = UUID.randomUUID();

  private record Declared(
      SectionName name, Scope scope, Listeners audience, Set<Fact> follows, int number)
      implements Section {
    @Override
    public Future<Object> read(Reading reading, UUID scope) {
      return Future.succeededFuture(number);
    }
  }

  private record Someone(UUID participant, boolean isStaff) implements Viewer {
    @Override
    public UUID meeting() {
      return MEETING;
    }

    @Override
    public List<UUID> rooms() {
      return List.of(ROOM, OTHER_ROOM);
    }

    @Override
    public boolean isScreen() {
      return false;
    }

    @Override
    public boolean isScreenIn(UUID room) {
      return false;
    }

    @Override
    public boolean runs(UUID room) {
      return isStaff;
    }

    @Override
    public boolean follows(UUID room) {
      return room.equals(ROOM);
    }
  }

  private static final SectionName WEATHER = new SectionName("weather");
  private static final SectionName CHAIRS = new SectionName("chairs");
  private static final SectionName OWN = new SectionName("own");

  private final Someone liisa = new Someone(UUID.randomUUID(), false);
  private final Someone chair = new Someone(UUID.randomUUID(), true);
  private final Sections sections = new Sections();

  @BeforeEach
  void declare() {
    sections.add(new Declared(WEATHER, Scope.MEETING, Listeners.STAFF, Set.of(RAIN), 1));
    sections.add(new Declared(CHAIRS, Scope.ROOM, Listeners.FOLLOWERS, Set.of(), 2));
    sections.add(new Declared(OWN, Scope.PARTICIPANT, Listeners.EVERYONE, Set.of(RAIN), 3));
  }

  @Test
  void anAddressLeadsToItsSectionAndNoOther() {
    SectionKey key = new SectionKey(CHAIRS, ROOM);
    assertThat(key.address()).isEqualTo("sovittu.chairs." + ROOM);
    assertThat(sections.at(key.address())).isEqualTo(key);
    assertThat(sections.at("sovittu.secrets." + ROOM)).isNull();
    assertThat(sections.at("sovittu.chairs." + ROOM + "0")).isNull();
    assertThat(sections.at("sovittu.CHAIRS." + ROOM)).isNull();
  }

  @Test
  void eachSeesWhatScopeAndAudienceAllow() {
    assertThat(sections.seenBy(liisa))
        .containsExactly(new SectionKey(CHAIRS, ROOM), new SectionKey(OWN, liisa.participant()));
    assertThat(sections.seenBy(chair))
        .containsExactly(
            new SectionKey(WEATHER, MEETING),
            new SectionKey(CHAIRS, ROOM),
            new SectionKey(OWN, chair.participant()));
    for (Someone one : List.of(liisa, chair)) {
      assertThat(sections.seenBy(one)).allMatch(key -> sections.admits(one, key));
    }
  }

  @Test
  void whatIsAnothersIsClosedWhateverTheAudience() {
    assertThat(sections.admits(liisa, new SectionKey(OWN, chair.participant()))).isFalse();
    assertThat(sections.admits(chair, new SectionKey(WEATHER, UUID.randomUUID()))).isFalse();
    assertThat(sections.admits(liisa, new SectionKey(CHAIRS, OTHER_ROOM))).isFalse();
    assertThat(sections.admits(liisa, new SectionKey(WEATHER, MEETING))).isFalse();
  }

  @Test
  void sectionsAreToldInTheOrderOfTheirDeclaration() {
    SectionKey first = new SectionKey(WEATHER, MEETING);
    SectionKey second = new SectionKey(CHAIRS, ROOM);
    SectionKey third = new SectionKey(OWN, liisa.participant());
    assertThat(List.of(third, second, first).stream().sorted(sections.order()))
        .containsExactly(first, second, third);
  }

  @Test
  void whatHappensElsewhereRaisesThoseThatFollowIt() {
    Change change = new Change(sections);
    change.tell(RAIN, MEETING);
    assertThat(change.keys())
        .containsExactlyInAnyOrder(new SectionKey(WEATHER, MEETING), new SectionKey(OWN, MEETING));
    change.tell(new Fact("snow"), MEETING);
    assertThat(change.keys()).hasSize(2);
  }

  @Test
  void whatNobodyHasDeclaredIsNotRaised() {
    assertThatThrownBy(() -> new Change(sections).touch(new SectionName("secrets"), MEETING))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> sections.add(new Declared(WEATHER, Scope.ROOM, Listeners.EVERYONE, Set.of(), 4)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SectionName("a.b")).isInstanceOf(IllegalArgumentException.class);
  }
}
