package fi.sovittu.day;

import fi.sovittu.poll.rules.PollDraft;

/**
 * Why a part of a template is refused. Each name is the key of a sentence in {@code
 * problems/template_*.properties}; the facts that fill the sentence are listed here in their order.
 */
enum TemplateFault {
  FILE_TOO_LONG, // most characters
  UNREADABLE,
  UNREADABLE_CHARACTER, // its code point, U+0000
  TWO_DOCUMENTS,
  ALIAS,
  TOO_DEEP, // most levels
  TOO_MANY_FAULTS, // most faults
  NOT_MAPPING,
  NOT_LIST,
  NOT_TEXT,
  UNKNOWN_PROPERTY, // known names
  REPEATED_PROPERTY, // line of the first
  MISSING,
  TEXT_TOO_LONG, // most characters, characters found
  TEXT_NOT_ONE_LINE,
  NOT_WHOLE, // least, most, text found
  NOT_TRUE_OR_FALSE, // text found
  NOT_CHOICE, // known names, text found
  TOO_MANY, // most, number found
  TOO_FEW, // least
  KEY_FORM, // most characters, text found
  TAKEN, // text found, line of the first
  UNKNOWN_KEY, // text found, known keys
  NOT_DATE, // text found, first year, last year
  NOT_TIME_ZONE, // text found
  NOT_TIME, // text found
  TIME_SKIPPED, // text found
  PAST_MIDNIGHT,
  OVERLAP, // title of the other row, its line
  NO_PLENARY,
  SECOND_PLENARY, // line of the first
  UNKNOWN_ORGANISATION, // text found
  NO_MEMBER,
  GOALS_OR_STATEMENTS,
  NO_GOALS, // key of the set
  TOO_MANY_GOALS, // most, number found
  OTHER_ROOM, // key of the row, key of its room
  NO_MUNICIPALITY,
  COMMITMENT_RULES,
  QUORUM_RULE,
  PERSONS_ONLY,
  ONE_COUNT_BY_GROUPS,
  ANONYMOUS_ONLY,
  MORE_THAN_OPTIONS, // number of options
  SECOND_ABSTENTION,
  /** What {@link PollDraft} refuses and no other sentence tells. */
  MISFIT
}
