package fi.sovittu.people.roster;

import java.util.List;

/** The whole file is refused. */
public final class RosterRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /** Why, with the facts that its text names. */
  public record Fault(RosterFault fault, List<Object> facts) {
    /** A fault with its facts, in the order in which its text names them. */
    public static Fault of(RosterFault fault, Object... facts) {
      return new Fault(fault, List.of(facts));
    }
  }

  RosterRefused(RosterFault fault, Object... facts) {
    super(fault.name(), null, false, false);
    this.fault = Fault.of(fault, facts);
  }

  Fault fault() {
    return fault;
  }
}
