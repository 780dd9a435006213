package fi.sovittu.http;

/**
 * How many requests of the API have been taken and not answered yet. What can wait goes by it:
 * whoever has pressed a button comes before whoever only watches. Event loop only.
 */
public final class Unanswered {
  private int count;

  /** Requests, 0 or more. */
  public int count() {
    return count;
  }

  void taken() {
    count++;
  }

  void answered() {
    count--;
  }
}
