package fi.sovittu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileTextTest {
  private static final String TEXT = "Åke Öst–Äijälä\nIi";

  private static FileText read(String text, Charset charset, boolean wide)
      throws FileText.Unreadable {
    return FileText.of(text.getBytes(charset), wide);
  }

  @Test
  void believesMarksAndGuessesWithoutThem() throws FileText.Unreadable {
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(read("\uFEFF" + TEXT, charset, false))
          .isEqualTo(new FileText(charset, true, TEXT));
    }
    assertThat(read(TEXT, StandardCharsets.UTF_8, true))
        .isEqualTo(new FileText(StandardCharsets.UTF_8, false, TEXT));
    Charset windows = Charset.forName("windows-1252");
    assertThat(read(TEXT, windows, true)).isEqualTo(new FileText(windows, false, TEXT));
  }

  @Test
  void findsWideTextByItsZerosOnlyWhenAsked() throws FileText.Unreadable {
    String latin = "Name;Joined\n";
    assertThat(read(latin, StandardCharsets.UTF_16LE, true))
        .isEqualTo(new FileText(StandardCharsets.UTF_16LE, true, latin));
    assertThat(read(latin, StandardCharsets.UTF_16BE, true).charset())
        .isEqualTo(StandardCharsets.UTF_16BE);
    assertThat(read(latin, StandardCharsets.UTF_16LE, false).text()).contains("\0");
  }

  @Test
  void replacesNothing() {
    byte[] undefined = {'a', '\n', (byte) 0x81};
    assertThatThrownBy(() -> FileText.of(undefined, false))
        .isInstanceOfSatisfying(
            FileText.Unreadable.class, bad -> assertThat(bad.line()).isEqualTo(2));
    byte[] half = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'};
    assertThatThrownBy(() -> FileText.of(half, false))
        .isInstanceOfSatisfying(FileText.Unreadable.class, bad -> assertThat(bad.told()).isTrue());
  }
}
