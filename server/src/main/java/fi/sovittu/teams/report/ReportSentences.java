package fi.sovittu.teams.report;

import fi.sovittu.base.Problem;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A refused report as a problem in the reader's language: each line with its reason. */
public final class ReportSentences {
  /** Characters of the file that a sentence repeats. */
  private static final int QUOTED = 60;

  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle sentences;

  private ReportSentences(Locale locale) {
    this.locale = locale;
    this.sentences = ResourceBundle.getBundle("problems.teams", locale, NO_FALLBACK);
  }

  /** The refusal with the fields {@code file} or {@code line 12}, in the order of the lines. */
  public static Problem problem(RefusedReport refused, Locale locale) {
    ReportSentences words = new ReportSentences(locale);
    List<Problem.Field> fields =
        refused.faults().stream()
            .sorted(
                Comparator.comparingInt(
                    fault -> fault.line() == 0 ? Integer.MAX_VALUE : fault.line()))
            .map(words::field)
            .toList();
    return Problem.withFields(Problem.Code.TEAMS_REPORT_INVALID, fields);
  }

  private Problem.Field field(RefusedReport.Fault fault) {
    Object[] facts = fault.facts().stream().map(this::shown).toArray();
    String sentence = format(fault.reason().name(), facts);
    if (fault.line() == 0) {
      return new Problem.Field("file", sentence);
    }
    // As text: a line number is not grouped into thousands.
    String line = String.valueOf(fault.line());
    return new Problem.Field("line " + line, format("AT_LINE", line, sentence));
  }

  private Object shown(Object fact) {
    return switch (fact) {
      case String text -> shortened(text);
      case LocalDate day ->
          DateTimeFormatter.ofPattern(sentences.getString("DAY_FORM"), locale).format(day);
      default -> fact;
    };
  }

  private String format(String key, Object... facts) {
    return new MessageFormat(sentences.getString(key), locale).format(facts);
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= QUOTED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…";
  }
}
