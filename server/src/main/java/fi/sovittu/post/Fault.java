package fi.sovittu.post;

/** Why a message is not sent, or not yet. The names are those of the contract. */
enum Fault {
  /** The person has no link that opens: revoked, or the entry was merged into another. */
  NO_LINK,
  /** The person has no e-mail address. */
  NO_ADDRESS,
  /** What is given as the person's address is none, or none that can be sent to. */
  BAD_ADDRESS,
  /** The server refused the recipient or the message for good. */
  REFUSED,
  /** The server asked to try later. */
  POSTPONED,
  /** There is no server to be reached, or it does not let us send at all. */
  UNREACHABLE
}
