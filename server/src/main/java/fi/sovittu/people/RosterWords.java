package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.people.RosterRefused.Fault;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of rosters in the reader's language, from {@code people/roster_*.properties}. Whatever
 * is written with them is recognised when it is read. Immutable.
 */
final class RosterWords {
  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  /** Words in Finnish, Swedish or English. */
  RosterWords(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("people.roster", locale, NO_FALLBACK);
  }

  private String of(String key, Object... facts) {
    return new MessageFormat(bundle.getString(key), locale).format(facts);
  }

  /** Why a row or a file is refused, as a sentence. */
  String sentence(Fault fault) {
    Object[] facts =
        fault.facts().stream()
            .map(fact -> fact instanceof RosterColumn column ? heading(column) : fact)
            .toArray();
    return of("fault." + fault.fault().name(), facts);
  }

  /** The file as a whole is refused. */
  Problem problem(RosterRefused refused) {
    return problem(List.of(new Problem.Field("file", sentence(refused.fault()))));
  }

  /** Rows are refused, each for its reasons. */
  Problem problem(RosterPlan plan) {
    return problem(
        plan.steps().stream()
            .flatMap(step ->
                step.faults().stream()
                    .map(
                        fault -> new Problem.Field(Integer.toString(step.line()), sentence(fault))))
            .toList());
  }

  private static Problem problem(List<Problem.Field> fields) {
    return Problem.withFields(Problem.Code.ROSTER_INVALID, fields);
  }

  String heading(RosterColumn column) {
    return of("column." + column.name());
  }

  String text(String key) {
    return of(key);
  }

  String channel(@Nullable Enum<?> channel) {
    return channel == null ? "" : of("channel." + channel.name());
  }

  String yesOrNo(boolean yes) {
    return of(yes ? "yes" : "no");
  }

  /** The roles with their rooms: {@code chair: Room; participant}. */
  String roles(List<Grant> roles, Map<UUID, String> rooms) {
    return roles.stream()
        .map(grant ->
            of("role." + grant.role().name())
                + (grant.room() == null ? "" : ": " + rooms.get(grant.room())))
        .collect(Collectors.joining("; "));
  }
}
