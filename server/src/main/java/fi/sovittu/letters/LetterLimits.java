package fi.sovittu.letters;

/** How much one file may hold. The service's texts and the contract say the same. */
final class LetterLimits {
  /** People in a file. */
  static final int PEOPLE = 2_000;

  private LetterLimits() {}
}
