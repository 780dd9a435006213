package fi.sovittu.http;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.base.Problem;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*}");

  private static Properties bundle(Locale locale) throws IOException {
    String name = "/problems/problems_" + locale.getLanguage() + ".properties";
    try (InputStream file = ProblemsTest.class.getResourceAsStream(name)) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return properties;
    }
  }

  private static Set<String> placeholders(String sentence) {
    return PLACEHOLDER
        .matcher(sentence)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCodeHasOneSentenceInEveryLanguage() throws IOException {
    Set<String> codes =
        Arrays.stream(Problem.Code.values()).map(Enum::name).collect(Collectors.toSet());
    for (Locale locale : Languages.ALL) {
      assertThat(bundle(locale).stringPropertyNames()).as(locale.toString()).isEqualTo(codes);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sentencesSayTheSameInTheirOwnWords(Problem.Code code) throws IOException {
    Set<String> sentences = new TreeSet<>();
    Set<String> expected = placeholders(bundle(Languages.FINNISH).getProperty(code.name()));
    for (Locale locale : Languages.ALL) {
      String sentence = bundle(locale).getProperty(code.name());
      assertThat(sentence).isNotBlank().endsWith(".");
      assertThat(placeholders(sentence)).isEqualTo(expected);
      // MessageFormat swallows a lone apostrophe, and what stands after it.
      assertThat(Problems.sentence(Problem.of(code), locale))
          .doesNotContain("'")
          .hasSizeGreaterThan(8);
      assertThat(sentences.add(sentence)).as("a translation of its own: " + sentence).isTrue();
    }
  }

  @Test
  void aProblemIsWrittenAsTheStandardSays() {
    Problem problem =
        Problem.withFields(
            Problem.Code.BALLOT_INVALID, List.of(new Problem.Field("scale[1]", "too high")));
    assertThat(Problems.json(problem, Locale.ENGLISH))
        .isEqualTo(
            new JsonObject(
                """
                {"type": "about:blank", "title": "The answer does not fit this poll. Reload the page.",
                 "status": 422, "code": "BALLOT_INVALID", "fields": [{"field": "scale[1]", "message": "too high"}]}
                """));
  }
}
