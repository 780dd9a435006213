package fi.sovittu.teams.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name as Teams shows it. Pure.
 *
 * @param note what Teams added behind it, such as {@code External}; null for nothing
 * @param phone whether it is a phone number, perhaps with digits hidden
 */
public record AttendeeName(String name, @Nullable String note, boolean phone) {
  /**
   * What Teams adds in English, Finnish, Swedish, German and French. Other parentheses belong to
   * the name.
   */
  private static final Set<String> NOTES =
      Set.of(
          "external",
          "guest",
          "unverified",
          "anonymous",
          "federated",
          "ulkoinen",
          "vieras",
          "vahvistamaton",
          "anonyymi",
          "vierailija",
          "ulkopuolinen",
          "extern",
          "gäst",
          "overifierad",
          "ej verifierad",
          "anonym",
          "externt",
          "icke verifierad",
          "gast",
          "nicht überprüft",
          "nicht verifiziert",
          "externe",
          "unbestätigt",
          "invité",
          "non vérifié");

  private static final Pattern NOTED =
      Pattern.compile("^(?<name>.*?)[\\s\\p{Z}]*\\((?<note>[^()]{1,40})\\)$", Pattern.DOTALL);

  private static final Pattern PHONE = Pattern.compile("\\+?[\\d*•xX][\\d*•xX \\p{Z}().-]{5,}");

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  static AttendeeName of(String shown) {
    String name = shown;
    List<String> notes = new ArrayList<>();
    for (Matcher found = NOTED.matcher(name); found.matches(); found = NOTED.matcher(name)) {
      String note = found.group("note").strip();
      if (!NOTES.contains(note.toLowerCase(Locale.ROOT)) || found.group("name").isEmpty()) {
        break;
      }
      notes.addFirst(note);
      name = found.group("name");
    }
    boolean phone = PHONE.matcher(name).matches() && name.chars().anyMatch(Character::isDigit);
    return new AttendeeName(name, notes.isEmpty() ? null : String.join(", ", notes), phone);
  }

  /** The same for every way of writing with case and blanks. */
  static String folded(String name) {
    return NOT_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /**
   * The words of a name in one order, without case and diacritics: "Åkerlund, Öhm-Eva" and "öhm eva
   * akerlund" have the same.
   */
  public static Set<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("æ", "ae")
            .replace("đ", "d")
            .replace("ð", "d")
            .replace("ł", "l");
    Set<String> words = new TreeSet<>(List.of(NOT_WORDS.split(plain)));
    words.remove("");
    return words;
  }
}
