package fi.sovittu.poll.kind;

import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of the Finnish alphabet as in SFS-EN 13710 and in browsers: v and w are two letters,
 * and a blank or a hyphen stands before every letter. Java's own Finnish order is an older one.
 */
public final class Finnish {
  private static final String RULES =
      "& '_' < ' ' < '-' & Y ; ü , Ü & Z < å , Å < ä , Ä ; æ , Æ < ö , Ö ; ø , Ø";

  private static final Collator ALPHABET = alphabet();

  /** Texts that the alphabet does not tell apart stand in the order of their characters. */
  public static final Comparator<String> ORDER =
      (one, other) -> {
        int order = ALPHABET.compare(one, other);
        return order != 0 ? order : one.compareTo(other);
      };

  private Finnish() {}

  private static Collator alphabet() {
    RuleBasedCollator root = (RuleBasedCollator) Collator.getInstance(Locale.ROOT);
    try {
      return new RuleBasedCollator(root.getRules() + RULES);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
