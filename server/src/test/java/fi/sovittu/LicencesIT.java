package fi.sovittu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the service hands on of others it may hand on. By the bill of materials and the notices that
 * the packaging writes, which hold the npm packages inside the pages too.
 */
class LicencesIT {
  /** Licences by their SPDX identifiers, and why something under them may come with the service. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          entry("0BSD", "asks for nothing"),
          entry("Apache-2.0", "asks for its text and notices, which are in each jar"),
          entry("BSD-2-Clause", "asks for its text, which is in each jar"),
          entry("EPL-2.0", "of a library that stays as it is; logback"),
          entry("EUPL-1.2", "our own"),
          entry("LGPL-2.1-or-later", "of a library in a jar that anybody can replace; the PDF"),
          entry("MIT", "asks for its text, which is in each jar and in the notices"),
          entry("ISC", "asks for its text, which is in the notices"));

  private final JsonObject bill;
  private final String notices;

  LicencesIT() throws IOException {
    bill = new JsonObject(Buffer.buffer(read("sbom/sovittu.cdx.json")));
    notices = new String(read("THIRD-PARTY.txt"), UTF_8);
  }

  /** As it stands in the jar. */
  private static byte[] read(String name) throws IOException {
    try (InputStream file = LicencesIT.class.getResourceAsStream("/META-INF/" + name)) {
      assertThat(file).as("%s, which mvn package makes", name).isNotNull();
      return file.readAllBytes();
    }
  }

  private static Stream<JsonObject> components(JsonObject within) {
    return within.getJsonArray("components", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
  }

  /** Those of which one may choose one. */
  private static List<String> licences(JsonObject component) {
    return component.getJsonArray("licenses", new JsonArray()).stream()
        .map(choice -> ((JsonObject) choice).getJsonObject("license"))
        .map(licence -> licence.getString("id", licence.getString("name")))
        .toList();
  }

  @Test
  void everyComponentIsUnderAnAllowedLicence() {
    assertThat(components(bill))
        .allSatisfy(component ->
            assertThat(licences(component))
                .as(component.getString("purl"))
                .anyMatch(ALLOWED::containsKey));
  }

  @Test
  void everyAllowedLicenceIsNeeded() {
    assertThat(ALLOWED.keySet())
        .allSatisfy(licence ->
            assertThat(components(bill)).anyMatch(one -> licences(one).contains(licence)));
  }

  @Test
  void theNoticesNameEveryComponentOfOthers() {
    assertThat(components(bill).filter(one -> !"fi.sovittu".equals(one.getString("group"))))
        .allSatisfy(component ->
            assertThat(notices)
                .contains(component.getString("name") + " " + component.getString("version")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "netty-common",
        "postgresql",
        "svelte",
        "sockjs-client",
        "@noble/hashes",
        "inherits"
      })
  void librariesAndPackagesOfThePagesAreInTheBill(String name) {
    assertThat(components(bill)).anyMatch(component -> name.equals(component.getString("name")));
  }
}
