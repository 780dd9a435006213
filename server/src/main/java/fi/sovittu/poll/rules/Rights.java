package fi.sovittu.poll.rules;

/**
 * Who may vote, as SQL: the one place that says it. The expressions are about a poll {@code p}, a
 * row with {@code id} and {@code voters}; presence is asked elsewhere.
 */
public final class Rights {
  /** Whether the poll {@code p} is limited to groups. */
  public static final String GROUPED = "exists (select from poll_group g where g.poll_id = p.id)";

  private Rights() {}

  /**
   * Whether the organisation may have a ballot in a poll of organisations.
   *
   * @param id of the organisation
   * @param grouped whether the poll is limited to groups
   */
  public static String ofOrganisation(String id, String grouped) {
    return """
    case when %2$s then exists (
        select from poll_group g join voter_group_organisation m on m.group_id = g.group_id
        where g.poll_id = p.id and m.organisation_id = %1$s)
      else exists (select from organisation k where k.id = %1$s and k.kind = 'MUNICIPALITY') end
    """
        .formatted(id, grouped);
  }

  /** Whether the person may vote for the own organisation: by itself, or in another's place now. */
  public static String represents(String participant) {
    return """
    (not exists (select from substitution s where s.named_id = %1$s.id and upper_inf(s.during))
      and ((%1$s.voting = 'YES' and %1$s.represents) or exists (
        select from substitution s join participant n on n.id = s.named_id
        where s.deputy_id = %1$s.id and upper_inf(s.during) and n.voting = 'YES' and n.represents
          and n.organisation_id = %1$s.organisation_id)))
    """
        .formatted(participant);
  }

  /**
   * Whether the person may vote in a poll of persons: by itself, or in another's place now. A place
   * has one vote: who took it cannot vote once more for whom it is, nor the other way round.
   *
   * <p>The turnout is asked for one deputy at a time: {@code offset 0} keeps a planner that does
   * not yet know how many have voted from reading all of it for each voter.
   */
  public static String ofParticipant(String participant, String grouped) {
    return """
    (not exists (select from substitution s where s.named_id = %1$s.id and upper_inf(s.during))
      and ((%2$s and not exists (
          select from substitution s join participant y on y.id = s.deputy_id
          where s.named_id = %1$s.id and not %3$s
            and exists (select from turnout t where t.poll_id = p.id and t.voter_id = s.deputy_id offset 0)))
        or exists (
          select from substitution s join participant n on n.id = s.named_id
          where s.deputy_id = %1$s.id and upper_inf(s.during) and %4$s
            and not exists (select from turnout t where t.poll_id = p.id and t.voter_id = n.id))))
    """
        .formatted(participant, own(participant, grouped), own("y", grouped), own("n", grouped));
  }

  /**
   * Whether the participant may vote, in whichever poll: for the own organisation, or as a person.
   */
  public static String ofVoter(String participant, String grouped) {
    return "case when p.voters = 'ORGANISATIONS' then "
        + ofOrganisation(participant + ".organisation_id", grouped)
        + " and "
        + represents(participant)
        + " else "
        + ofParticipant(participant, grouped)
        + " end";
  }

  private static String own(String participant, String grouped) {
    return """
    (%1$s.voting = 'YES' and (not %2$s or exists (
        select from poll_group g join voter_group_organisation m on m.group_id = g.group_id
        where g.poll_id = p.id and m.organisation_id = %1$s.organisation_id)
      or exists (
        select from poll_group g join voter_group_participant m on m.group_id = g.group_id
        where g.poll_id = p.id and m.participant_id = %1$s.id)))
    """
        .formatted(participant, grouped);
  }
}
