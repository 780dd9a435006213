package fi.sovittu.identity;

import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes people's names and all e-mail addresses out of what was written. A name is found in any
 * case, also with an ending ("Aino Öhmanin"), but only whole: a single word may be anything, and a
 * name of one word is left. Immutable.
 */
public final class Redaction {
  /** What stands where something was taken out. */
  public static final String ERASED = "[…]";

  /** Letters of a last name from which on it may have an ending. */
  private static final int LEAST_STEM = 3;

  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** Organisations are no persons, whatever somebody joined as. */
  private static final String NAMES =
      """
      select distinct p.name from participant p
      where p.meeting_id = $1 and not exists (
        select from organisation o where o.meeting_id = $1 and lower(o.name) = lower(p.name))
      """;

  /** A word of a text with its place. */
  private record Word(String text, int begin, int end) {}

  /** The words of the names by their first ones. */
  private final Map<String, List<List<String>>> names = new HashMap<>();

  public Redaction(Collection<String> people) {
    for (String name : people) {
      List<String> words = words(name).stream().map(Word::text).toList();
      if (words.size() > 1) {
        names.computeIfAbsent(words.getFirst(), first -> new ArrayList<>()).add(words);
      }
    }
  }

  /** For the names that the meeting's people have now. */
  public static Future<Redaction> of(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(NAMES)
        .execute(Tuple.of(meeting))
        .map(rows -> {
          List<String> people = new ArrayList<>();
          rows.forEach(row -> people.add(row.getString(0)));
          return new Redaction(people);
        });
  }

  /** The text without them; the same when there is none in it. */
  public String redacted(String text) {
    String open = EMAIL.matcher(text).replaceAll(ERASED);
    List<Word> words = words(open);
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = nameAt(words, i);
      if (length > 0) {
        kept.append(open, from, words.get(i).begin()).append(ERASED);
        from = words.get(i + length - 1).end();
        i += length - 1;
      }
    }
    return kept.append(open, from, open.length()).toString();
  }

  /** The JSON text with each of its strings redacted; the same when nothing stands in them. */
  public String redactedJson(String json) {
    Object value = Json.decodeValue(json);
    @Nullable Object redacted = redactedValue(value);
    return Objects.equals(redacted, value) ? json : Json.encode(redacted);
  }

  private @Nullable Object redactedValue(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> redacted(text);
      case JsonArray array -> {
        JsonArray values = new JsonArray();
        array.forEach(one -> values.add(redactedValue(one)));
        yield values;
      }
      case JsonObject object -> {
        JsonObject values = new JsonObject();
        object.forEach(one -> values.put(one.getKey(), redactedValue(one.getValue())));
        yield values;
      }
      default -> value;
    };
  }

  /** How many words the longest name has that begins here; 0 for none. */
  private int nameAt(List<Word> words, int at) {
    int longest = 0;
    for (List<String> name : names.getOrDefault(words.get(at).text(), List.of())) {
      if (name.size() > longest && isAt(words, at, name)) {
        longest = name.size();
      }
    }
    return longest;
  }

  private static boolean isAt(List<Word> words, int at, List<String> name) {
    int last = name.size() - 1;
    if (at + last >= words.size()) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (!words.get(at + i).text().equals(name.get(i))) {
        return false;
      }
    }
    String found = words.get(at + last).text();
    return name.get(last).length() >= LEAST_STEM
        ? found.startsWith(name.get(last))
        : found.equals(name.get(last));
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      words.add(new Word(found.group().toLowerCase(Locale.ROOT), found.start(), found.end()));
    }
    return words;
  }
}
