package fi.sovittu.people.roster;

import fi.sovittu.base.Limit;

/** How large a roster may be. The service's texts and the contract say the same. */
public final class RosterLimits {
  /** A file, bytes: 10,000 people in UTF-16 with every column filled. */
  @Limit(value = "A roster file", unit = "bytes")
  public static final long FILE = 5_000_000;

  /** Rows with people. */
  @Limit(value = "People in a roster file", unit = "rows")
  static final int ROWS = 20_000;

  static final int COLUMNS = 60;

  /** What a compressed workbook may unpack to, bytes. */
  @Limit(value = "What a workbook may unpack to", unit = "bytes")
  static final long UNPACKED = 120_000_000;

  /** Characters of a name; as when joining by the code. */
  static final int NAME = 120;

  /** Characters of an e-mail address (RFC 5321, 4.5.3.1). */
  static final int EMAIL = 254;

  /** Characters of a person's title. */
  static final int TITLE = 120;

  private RosterLimits() {}
}
