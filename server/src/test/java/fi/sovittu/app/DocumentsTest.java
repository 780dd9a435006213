package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import fi.sovittu.base.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The pages that are made from declarations: settings from {@link Setting}, limits from the
 * contract and from what is marked with {@link Limit}. {@code -Ddocuments=write} writes them anew.
 */
class DocumentsTest {
  private static final Path DEPLOY = Path.of("../deploy");

  @Test
  void theListOfSettingsIsTrue() {
    StringBuilder page =
        new StringBuilder(
            """
            # Settings

            Environment variables. Made from their declaration, which `java -jar sovittu.jar --help` prints too.

            | variable | default | meaning |
            |---|---|---|
            """);
    for (Setting setting : Setting.values()) {
      page.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  setting.variable(),
                  setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`",
                  setting.description().replace("<", "&lt;")));
    }
    assertIsWritten("settings.md", page.toString());
  }

  @Test
  void theListOfLimitsIsTrue() {
    String page =
        """
        # Limits

        Made from the contract and from the constants that are the limits; nothing here is written by hand.

        ## Of the service

        | limit | value |
        |---|---|
        %s
        ## Of requests

        From the contract, `openapi.yaml`: texts in characters, lists in entries.

        | field | value |
        |---|---|
        %s\
        """
            .formatted(
                rows(ofTheService(), Function.identity()), rows(ofRequests(), "`%s`"::formatted));
    assertIsWritten("limits.md", page);
  }

  @Test
  void theExampleOfSettingsNamesNoneThatIsNotThere() throws IOException {
    List<String> known = List.of(Setting.values()).stream().map(Setting::variable).toList();
    assertThat(
            Files.readAllLines(DEPLOY.resolve("sovittu.env.example")).stream()
                .map(line -> line.replaceFirst("^#\\s*", ""))
                .filter(line -> line.matches("SOVITTU_\\w+=.*"))
                .map(line -> line.substring(0, line.indexOf('='))))
        .isNotEmpty()
        .allMatch(known::contains);
  }

  private static void assertIsWritten(String name, String page) {
    Path file = DEPLOY.resolve(name);
    try {
      if ("write".equals(System.getProperty("documents"))) {
        Files.writeString(file, page);
      }
      assertThat(Files.readString(file))
          .as("%s; -Ddocuments=write makes it anew", file)
          .isEqualTo(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rows(
      SortedMap<String, SortedSet<String>> limits, Function<String, String> name) {
    StringBuilder rows = new StringBuilder();
    limits.forEach((limit, values) ->
        rows.append("| %s | %s |\n".formatted(name.apply(limit), String.join("; ", values))));
    return rows.toString();
  }

  private static SortedMap<String, SortedSet<String>> ofTheService() {
    JavaClasses classes =
        new ClassFileImporter()
            .importLocations(
                List.of(
                    Location.of(
                        Path.of(
                            Limit.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath()))));
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    classes.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.isAnnotatedWith(Limit.class))
        .map(JavaField::reflect)
        .forEach(field -> {
          Limit limit = field.getAnnotation(Limit.class);
          assertThat(found.put(limit.value(), new TreeSet<>(List.of(value(field, limit)))))
              .as("%s is said of two constants", limit.value())
              .isNull();
        });
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String value(Field field, Limit limit) {
    try {
      field.setAccessible(true);
      Object value = field.get(null);
      return value instanceof Duration duration
          ? words(duration)
          : grouped(((Number) value).longValue()) + " " + limit.unit();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= 2 * 86_400) {
      return grouped(seconds / 86_400) + " days";
    }
    if (seconds >= 7_200) {
      return seconds / 3_600 + " h";
    }
    return seconds >= 180
        ? seconds / 60 + " min"
        : seconds > 0 ? seconds + " s" : duration.toMillis() + " ms";
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static SortedMap<String, SortedSet<String>> ofRequests() {
    try {
      JsonNode contract =
          new YAMLMapper().readTree(DocumentsTest.class.getResource("/openapi.yaml"));
      SortedMap<String, SortedSet<String>> found = new TreeMap<>();
      contract
          .at("/components/schemas")
          .properties()
          .forEach(schema -> collect(found, schema.getKey(), schema.getValue()));
      contract
          .at("/components/parameters")
          .properties()
          .forEach(parameter ->
              collect(
                  found,
                  parameter.getValue().path("name").asText(),
                  parameter.getValue().path("schema")));
      contract.at("/paths").forEach(path -> path.forEach(operation -> operation(found, operation)));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void operation(SortedMap<String, SortedSet<String>> found, JsonNode operation) {
    String id = operation.path("operationId").asText();
    operation
        .path("requestBody")
        .path("content")
        .forEach(content -> collect(found, id, content.path("schema")));
    operation
        .path("parameters")
        .forEach(parameter ->
            collect(found, id + "." + parameter.path("name").asText(), parameter.path("schema")));
  }

  /** What the schema limits at the place and below it. */
  private static void collect(
      SortedMap<String, SortedSet<String>> found, String place, JsonNode schema) {
    if (schema.has("maxLength")) {
      put(found, place, schema, "minLength", "maxLength", "characters");
    }
    if (schema.has("maxItems")) {
      put(found, place, schema, "minItems", "maxItems", "entries");
    }
    if (schema.has("maximum")) {
      put(found, place, schema, "minimum", "maximum", "");
    }
    schema
        .path("properties")
        .properties()
        .forEach(field -> collect(found, place + "." + field.getKey(), field.getValue()));
    if (schema.has("items")) {
      collect(found, place + "[]", schema.get("items"));
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      schema.path(choice).forEach(one -> collect(found, place, one));
    }
  }

  private static void put(
      SortedMap<String, SortedSet<String>> found,
      String place,
      JsonNode schema,
      String least,
      String most,
      String unit) {
    long from = schema.path(least).asLong();
    String range =
        (from == 0 ? "at most " : grouped(from) + " to ") + grouped(schema.get(most).asLong());
    found.computeIfAbsent(place, none -> new TreeSet<>()).add((range + " " + unit).strip());
  }
}
