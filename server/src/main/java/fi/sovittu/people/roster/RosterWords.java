package fi.sovittu.people.roster;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.people.roster.RosterRefused.Fault;
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
public final class RosterWords {
  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  /** Words in Finnish, Swedish or English. */
  public RosterWords(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("people.roster", locale, NO_FALLBACK);
  }

  private String of(String key, Object... facts) {
    return new MessageFormat(bundle.getString(key), locale).format(facts);
  }

  /** Why a row or a file is refused, as a sentence. */
  public String sentence(Fault fault) {
    Object[] facts =
        fault.facts().stream()
            .map(fact -> fact instanceof RosterColumn column ? heading(column) : fact)
            .toArray();
    return of("fault." + fault.fault().name(), facts);
  }

  /** The file as a whole is refused. */
  public Problem problem(RosterRefused refused) {
    return Problem.withFields(
        Problem.Code.ROSTER_INVALID, List.of(new Problem.Field("file", sentence(refused.fault()))));
  }

  /** The heading of a column, as we write it. */
  public String heading(RosterColumn column) {
    return of("column." + column.name());
  }

  /** The text of a key of the properties. */
  public String text(String key) {
    return of(key);
  }

  /** How a person means to attend; empty for what nobody said. */
  public String channel(@Nullable Enum<?> channel) {
    return channel == null ? "" : of("channel." + channel.name());
  }

  /** A mark: the person represents the organisation, or not. */
  public String yesOrNo(boolean yes) {
    return of(yes ? "yes" : "no");
  }

  /** The roles with their rooms: {@code chair: Room; participant}. */
  public String roles(List<Grant> roles, Map<UUID, String> rooms) {
    return roles.stream()
        .map(grant ->
            of("role." + grant.role().name())
                + (grant.room() == null ? "" : ": " + rooms.get(grant.room())))
        .collect(Collectors.joining("; "));
  }
}
