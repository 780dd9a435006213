package fi.sovittu.people;

import java.util.List;

/** The whole file is refused. */
final class RosterRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /** Why, with the facts that its text names. */
  record Fault(RosterFault fault, List<Object> facts) {
    static Fault of(RosterFault fault, Object... facts) {
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
