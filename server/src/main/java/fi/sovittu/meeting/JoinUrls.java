package fi.sovittu.meeting;

/**
 * The addresses that people open.
 *
 * @param baseUrl the service's public address without a slash at its end
 */
public record JoinUrls(String baseUrl) {
  /** Where a participant joins by the meeting's code. */
  public String join(String code) {
    return baseUrl + "/j/" + code;
  }

  /** A personal link; what stands behind the # never reaches a server's log. */
  public String open(String token) {
    return baseUrl + "/open#" + token;
  }
}
