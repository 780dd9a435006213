package fi.sovittu.poll.kind;

/**
 * How many bytes values take as JSON in UTF-8, at most: the text of {@code encode()}, while {@code
 * toBuffer()} escapes an emoji and takes twelve bytes for it.
 */
final class JsonLength {
  /** Of one character in a text: the longest in UTF-8; an escaped one takes two. */
  private static final int CHARACTER = 4;

  private JsonLength() {}

  /** An array of values, each of at most so many bytes: brackets, and a comma with each. */
  static int array(int values, int longest) {
    return 2 + values * (longest + 1);
  }

  /** A whole number from 0 to the highest. */
  static int number(int highest) {
    return Integer.toString(highest).length();
  }

  /** A text in quotes, without control characters but line feeds. */
  static int text(int characters) {
    return 2 + characters * CHARACTER;
  }
}
