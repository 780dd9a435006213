package fi.sovittu.letters;

import fi.sovittu.base.Limit;

/** How much one file may hold. The service's texts and the contract say the same. */
final class LetterLimits {
  /** People in a file. */
  @Limit(value = "People in a file of badges, letters or links", unit = "people")
  static final int PEOPLE = 2_000;

  private LetterLimits() {}
}
