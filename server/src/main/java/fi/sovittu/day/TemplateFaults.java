package fi.sovittu.day;

import fi.sovittu.base.Problem;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the faults of one template in the reader's language. One thread only. */
final class TemplateFaults {
  /** Characters of the file that a sentence repeats; more would only hide the sentence. */
  private static final int QUOTED = 60;

  /** Known names that a sentence lists. */
  private static final int LISTED = 20;

  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * Where in the file: the path as {@code agenda[3].start}, list places counted from 0, and the
   * line from 1.
   */
  record Place(String path, int line) {}

  private record Fault(Place place, String sentence) {}

  private final Locale locale;
  private final ResourceBundle sentences;
  private final List<Fault> faults = new ArrayList<>();

  /** Where faults are, also those that are too many to be told. */
  private final Set<String> places = new HashSet<>();

  TemplateFaults(Locale locale) {
    this.locale = locale;
    this.sentences = ResourceBundle.getBundle("problems.template", locale, NO_FALLBACK);
  }

  void add(Place place, TemplateFault fault, Object... facts) {
    places.add(place.path());
    if (faults.size() < TemplateLimits.FAULTS) {
      faults.add(new Fault(place, sentence(fault, facts)));
    } else if (faults.size() == TemplateLimits.FAULTS) {
      Place end = new Place("", Integer.MAX_VALUE);
      faults.add(new Fault(end, sentence(TemplateFault.TOO_MANY_FAULTS, TemplateLimits.FAULTS)));
    }
  }

  /** Whether there is a fault at the place itself. */
  boolean at(Place place) {
    return places.contains(place.path());
  }

  /** Whether there is a fault at the place or at a part of it. */
  boolean within(Place place) {
    return places.stream()
        .anyMatch(path ->
            path.equals(place.path())
                || path.startsWith(place.path() + ".")
                || path.startsWith(place.path() + "["));
  }

  int count() {
    return faults.size();
  }

  /** The refusal with every fault in the order of the lines. */
  Problem problem() {
    List<Problem.Field> fields = new ArrayList<>();
    faults.stream()
        .sorted(Comparator.comparingInt(fault -> fault.place().line()))
        .forEach(fault -> fields.add(field(fault)));
    return Problem.withFields(Problem.Code.TEMPLATE_INVALID, fields);
  }

  private Problem.Field field(Fault fault) {
    // What concerns the file as a whole has no path of its own.
    String path = fault.place().path().isEmpty() ? "template" : fault.place().path();
    if (fault.place().line() == Integer.MAX_VALUE) {
      return new Problem.Field(path, fault.sentence());
    }
    // As text: a line number is not grouped into thousands.
    String line = String.valueOf(fault.place().line());
    return new Problem.Field(path, format("AT_LINE", line, fault.sentence()));
  }

  /**
   * Facts that are texts come from the file and are cut short; lists are what would have been
   * right.
   */
  private String sentence(TemplateFault fault, Object... facts) {
    Object[] shown = new Object[facts.length];
    for (int i = 0; i < facts.length; i++) {
      shown[i] =
          switch (facts[i]) {
            case String text -> shortened(text);
            case Collection<?> names -> listed(names);
            default -> facts[i];
          };
    }
    return format(fault.name(), shown);
  }

  private String format(String key, Object... facts) {
    return new MessageFormat(sentences.getString(key), locale).format(facts);
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= QUOTED) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "…";
  }

  private static String listed(Collection<?> names) {
    String first =
        names.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
    return names.size() > LISTED ? first + ", …" : first;
  }
}
