package fi.sovittu.records;

import fi.sovittu.table.Table;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the records in the reader's language, from {@code records/records_*.properties}.
 * Immutable.
 */
final class Words {
  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  /** Words in Finnish, Swedish or English. */
  Words(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("records.records", locale, NO_FALLBACK);
  }

  String of(String key, Object... facts) {
    return new MessageFormat(bundle.getString(key), locale).format(facts);
  }

  /**
   * The word for a value that the database stores by its English name, such as {@code
   * channel.ON_SITE}.
   */
  String value(String kind, String name) {
    return of(kind + "." + name);
  }

  String yesOrNo(boolean yes) {
    return of(yes ? "yes" : "no");
  }

  Table.Column text(String key) {
    return new Table.Column(of(key), Table.Type.TEXT);
  }

  Table.Column integer(String key, Object... facts) {
    return new Table.Column(of(key, facts), Table.Type.INTEGER);
  }

  Table.Column decimal(String key) {
    return new Table.Column(of(key), Table.Type.DECIMAL);
  }

  Table.Column any(String key, Object... facts) {
    return new Table.Column(of(key, facts), Table.Type.ANY);
  }

  Table.Column dateTime(String key) {
    return new Table.Column(of(key), Table.Type.DATE_TIME);
  }
}
