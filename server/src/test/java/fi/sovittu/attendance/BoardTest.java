package fi.sovittu.attendance;

import static fi.sovittu.attendance.Times.EAST;
import static fi.sovittu.attendance.Times.PLENARY;
import static fi.sovittu.attendance.Times.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.attendance.Board.Coverage;
import fi.sovittu.attendance.Board.Group;
import fi.sovittu.attendance.Quota.Over;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final UUID II = new UUID(1, 1);
  private static final UUID OULU = new UUID(1, 2);
  private static final UUID ASSOCIATION = new UUID(1, 9);

  private static Board board(Quota quota, Group... groups) {
    return Board.of(
        new Board.Frame(quota, List.of(PLENARY, EAST, WEST), PLENARY, Set.of(II, OULU)),
        List.of(groups));
  }

  @Test
  void withoutAQuotaNothingIsOver() {
    Board board = board(new Quota(null, null), new Group(PLENARY, II, EAST, 50, 10));
    assertThat(board.over()).isEmpty();
    assertThat(board.rooms()).hasSize(3);
  }

  @Test
  void threeOnSiteOneInEachRoom() {
    Board board =
        board(
            new Quota(3, 1),
            new Group(PLENARY, II, EAST, 1, 9),
            new Group(PLENARY, II, WEST, 1, 0),
            new Group(PLENARY, II, null, 1, 0),
            new Group(PLENARY, OULU, EAST, 1, 0),
            new Group(EAST, OULU, EAST, 1, 0),
            new Group(PLENARY, OULU, null, 2, 0),
            new Group(EAST, ASSOCIATION, EAST, 9, 0));
    assertThat(board.over()).containsExactly(new Over(OULU, null, 4), new Over(OULU, EAST, 2));
  }

  @Test
  void thoseInAnotherRoomThanTheyChoseCountWhereTheyAre() {
    Board board =
        board(new Quota(null, 1), new Group(EAST, II, WEST, 1, 0), new Group(EAST, II, EAST, 1, 0));
    assertThat(board.over()).containsExactly(new Over(II, EAST, 2));
  }

  @Test
  void aMunicipalityIsCoveredOnceHoweverManyChoices() {
    Board board =
        board(
            new Quota(3, 1),
            new Group(PLENARY, II, EAST, 1, 0),
            new Group(PLENARY, II, null, 0, 2),
            new Group(PLENARY, ASSOCIATION, null, 4, 0),
            new Group(PLENARY, null, null, 1, 0));
    assertThat(board.coverage()).isEqualTo(new Coverage(1, 1, 1));
    assertThat(board.rooms().getFirst().onSite()).isEqualTo(6);
    assertThat(board.rooms().getFirst().organisations())
        .containsExactly(
            new Board.Organisation(II, 1, 2), new Board.Organisation(ASSOCIATION, 4, 0));
  }
}
