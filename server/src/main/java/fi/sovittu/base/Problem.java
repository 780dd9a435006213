package fi.sovittu.base;

import java.util.List;
import java.util.Objects;

/**
 * The one exception for everything that a user or a client can do wrong, or that the service cannot
 * do now. It carries a code and the facts; the sentence is chosen from {@code
 * problems/*.properties} in the reader's language when the answer is written (RFC 9457, {@code
 * application/problem+json}). Immutable.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One part of the input that was refused: where it stands and a technical reason. */
  public record Field(String field, String message) {}

  private final Code code;
  private final transient List<Object> facts;
  private final transient List<Field> fields;

  private Problem(Code code, List<Object> facts, List<Field> fields) {
    // No stack trace: a problem is an answer, not an accident, and may be thrown thousands of times
    // a second.
    super(code.name(), null, false, false);
    this.code = Objects.requireNonNull(code);
    this.facts = facts;
    this.fields = fields;
  }

  /**
   * A problem whose sentence is filled with the given facts, in the order of the message's
   * placeholders.
   */
  public static Problem of(Code code, Object... facts) {
    return new Problem(code, List.of(facts), List.of());
  }

  /** A problem with the refused parts of the input. */
  /** Whether the database, or what else the service needs, is away for the moment. */
  public static boolean isUnavailable(Throwable failure) {
    return failure instanceof Problem problem && problem.code() == Code.UNAVAILABLE;
  }

  public static Problem withFields(Code code, List<Field> fields) {
    return new Problem(code, List.of(), List.copyOf(fields));
  }

  public Code code() {
    return code;
  }

  public List<Object> facts() {
    return facts;
  }

  public List<Field> fields() {
    return fields;
  }

  @Override
  public String getMessage() {
    return code + (facts.isEmpty() ? "" : " " + facts) + (fields.isEmpty() ? "" : " " + fields);
  }

  /**
   * What can go wrong, with the HTTP status it is answered with. The name is the stable code of the
   * API.
   */
  public enum Code {
    BAD_REQUEST(400),
    PARTICIPANT_HEADER_MISSING(400),
    NO_PARTICIPANT(401),
    LINK_UNKNOWN(401),
    SIGN_IN_CLOCK(401),
    SIGN_IN_INVALID(401),
    FORBIDDEN(403),
    NOT_PRESENT(403),
    NOT_ENTITLED(403),
    SIGN_IN_DECLINED(403),
    SIGN_IN_NOBODY(403),
    SIGN_IN_UNVERIFIED(403),
    STAFF_LINKS_OFF(403),
    NOT_FOUND(404),
    CODE_UNKNOWN(404),
    BADGE_UNKNOWN(404),
    NOBODY_INVITED(404),
    METHOD_NOT_ALLOWED(405),
    ROOM_MOVED_ON(409),
    POLL_CLOSED(409),
    RETENTION_OVER(409),
    POST_NOT_SET_UP(409),
    POLL_DRAFT(409),
    POLL_STILL_OPEN(409),
    POLL_NOT_DRAFT(409),
    POLL_CANCELLED(409),
    POLL_DISCARDED(409),
    POLL_ASKED_AGAIN(409),
    GOAL_CHANGED(409),
    POLL_ANONYMOUS(409),
    BALLOT_KEY_UNKNOWN(409),
    BALLOT_KEY_TAKEN(409),
    BALLOT_SUPERSEDED(409),
    ATTENDANCE_CHANGED(409),
    ATTENDANCE_NOT_THEN(409),
    TEAMS_REPORT_TAKEN(409),
    TEAMS_CONFLICT(409),
    EMAIL_TAKEN(409),
    ROSTER_CHANGED(409),
    ADMISSION_DECIDED(409),
    PLACE_TAKEN(409),
    MERGE_OPEN_POLL(409),
    LINK_CHANGED(409),
    SIGN_IN_STATE(409),
    SIGN_IN_LINK_OVER(410),
    SIGN_IN_LINK_USED(410),
    TOO_LARGE(413),
    MEDIA_TYPE(415),
    BALLOT_INVALID(422),
    POLL_INVALID(422),
    TEXT_GROUPS_FULL(422),
    ATTENDANCE_INVALID(422),
    TEAMS_REPORT_INVALID(422),
    TEMPLATE_INVALID(422),
    ROSTER_INVALID(422),
    PARTICIPANT_INVALID(422),
    OWN_ROLE(422),
    NOT_STAFF(422),
    DEPUTY_NOT_POSSIBLE(422),
    MERGE_NOT_POSSIBLE(422),
    TOO_MANY_INVITED(422),
    TOO_MANY_TRIES(429),
    INTERNAL(500),
    SIGN_IN_AWAY(503),
    UNAVAILABLE(503);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }
}
