package fi.sovittu.letters;

import fi.sovittu.table.Csv;

/** What people are handed. */
enum Paper {
  BADGES("badges.pdf"),
  LETTERS("letters.pdf"),
  LINKS("links.csv");

  private final String file;

  Paper(String file) {
    this.file = file;
  }

  static Paper of(String file) {
    for (Paper paper : values()) {
      if (paper.file.equals(file)) {
        return paper;
      }
    }
    throw new IllegalArgumentException("not in the contract: " + file);
  }

  /** The contract's name. */
  String file() {
    return file;
  }

  String mediaType() {
    return this == LINKS ? Csv.MEDIA_TYPE : "application/pdf";
  }

  String key() {
    return file.substring(0, file.indexOf('.'));
  }

  String ending() {
    return file.substring(file.indexOf('.'));
  }
}
