package fi.sovittu.simulator;

import fi.sovittu.simulator.Guest.Channel;
import fi.sovittu.simulator.Meeting.Organisation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to the meeting. Follows the public invitation to the negotiation day: a municipality
 * sends three people, one to each room, and in Teams as many as it likes; the county's offices, the
 * NGOs and the parishes come on site, evenly to all rooms. Another number of people keeps the mix.
 * The same random makes the same guests.
 */
final class Invitation {
  /** Places on site for one municipality, one in each room. */
  static final int ON_SITE_PER_MUNICIPALITY = 3;

  /** The organisations that are invited with more than one person, besides the municipalities. */
  private static final Map<String, Integer> INVITED =
      Map.of(
          "Pohde, palvelutuotanto", 7,
          "Pohde, järjestämistoiminnot", 6,
          "Pohde, vaikuttamistoimielimet", 3,
          "Jyry, järjestöverkostot", 6);

  private static final Set<String> PLENARY_ONLY = Set.of("Pohde, poliittiset toimielimet");

  private static final Set<String> KINDS_ON_SITE = Set.of("COUNTY", "NGO", "PARISH");

  private static final int SECOND_SPOKESPERSON_PERCENT = 40;

  /** How many of a municipality's places on site are taken: far ones stay in Teams. */
  private static final int[] JOURNEYS = {3, 3, 3, 3, 3, 2, 1, 1, 0, 0};

  /** One organisation's share of the people, growing one by one. */
  private static final class Delegation {
    private final Organisation organisation;
    private int size;

    Delegation(Organisation organisation) {
      this.organisation = organisation;
    }

    int invited() {
      return organisation.isMunicipality()
          ? ON_SITE_PER_MUNICIPALITY
          : INVITED.getOrDefault(organisation.name(), 1);
    }

    /** The claim to the next person, by Sainte-Laguë's divisors 1, 3, 5, … */
    double claim() {
      return invited() / (2.0 * size + 1);
    }
  }

  private final Meeting meeting;
  private final RandomGenerator random;
  private final List<Guest> guests = new ArrayList<>();

  /** Whose turn it is among the rooms, for those who have no fixed place. */
  private int turn;

  private Invitation(Meeting meeting, RandomGenerator random) {
    this.meeting = meeting;
    this.random = random;
  }

  /** The guests in the order of their arrival. */
  static List<Guest> of(Meeting meeting, int people, RandomGenerator random) {
    Invitation invitation = new Invitation(meeting, random);
    int municipality = 0;
    for (Delegation delegation : invitation.delegations(people)) {
      if (delegation.organisation.isMunicipality()) {
        invitation.inviteMunicipality(delegation, municipality++);
      } else {
        invitation.inviteOthers(delegation);
      }
    }
    Collections.shuffle(invitation.guests, random);
    return List.copyOf(invitation.guests);
  }

  /**
   * Shares the people out among the organisations; what nobody else is invited for goes to
   * municipalities.
   */
  private List<Delegation> delegations(int people) {
    List<Delegation> delegations = meeting.organisations().stream().map(Delegation::new).toList();
    boolean bounded = meeting.organisations().stream().anyMatch(Organisation::isMunicipality);
    List<Delegation> claimants = new ArrayList<>(delegations);
    // Equal claims are served in random order.
    Collections.shuffle(claimants, random);
    PriorityQueue<Delegation> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Delegation::claim)
                .reversed()
                .thenComparingInt(claimants::indexOf));
    queue.addAll(claimants);
    for (int i = 0; i < people && !queue.isEmpty(); i++) {
      Delegation next = queue.remove();
      next.size++;
      boolean mayGrow =
          !bounded || next.organisation.isMunicipality() || next.size < next.invited();
      if (mayGrow) {
        queue.add(next);
      }
    }
    return delegations;
  }

  private void inviteMunicipality(Delegation delegation, int municipality) {
    int onSite = JOURNEYS[random.nextInt(JOURNEYS.length)];
    boolean second = random.nextInt(100) < SECOND_SPOKESPERSON_PERCENT;
    for (int i = 0; i < delegation.size; i++) {
      Channel channel = i < onSite ? Channel.ON_SITE : Channel.TEAMS;
      String room = room(i < delegation.invited() ? municipality + i : turn++);
      invite(delegation, channel, room, i == 0 || (i == 1 && second));
    }
  }

  private void inviteOthers(Delegation delegation) {
    boolean comes = KINDS_ON_SITE.contains(delegation.organisation.kind());
    for (int i = 0; i < delegation.size; i++) {
      boolean onSite = comes ? i < delegation.invited() : random.nextBoolean();
      String room = PLENARY_ONLY.contains(delegation.organisation.name()) ? null : room(turn++);
      invite(delegation, onSite ? Channel.ON_SITE : Channel.TEAMS, room, i == 0);
    }
  }

  private void invite(
      Delegation delegation, Channel channel, @Nullable String room, boolean spokesperson) {
    guests.add(new Guest(Names.next(random), delegation.organisation, channel, room, spokesperson));
  }

  private @Nullable String room(int turn) {
    List<String> rooms = meeting.parallel();
    return rooms.isEmpty() ? null : rooms.get(turn % rooms.size());
  }
}
