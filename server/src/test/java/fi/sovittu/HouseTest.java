package fi.sovittu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The picture of the rooms that people read is the one that the architecture's test keeps. */
class HouseTest {
  @Test
  void whatContributorsReadIsTrue() throws Exception {
    assertThat(Files.readString(Path.of("../CONTRIBUTING.md")))
        .contains("```\n" + House.ROOMS + "```\n");
  }
}
