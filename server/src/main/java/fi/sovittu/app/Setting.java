package fi.sovittu.app;

/**
 * Every setting of the service, declared once: the environment variable, its default and what it
 * means.
 */
enum Setting {
  PORT("8080", "TCP port to listen on; 0 picks a free one"),
  HOST("0.0.0.0", "address to listen on"),
  BASE_URL(
      "",
      "public address that people open, such as https://hyte.example.fi; default"
          + " http://localhost:<port>"),
  DATABASE_URL(
      "",
      "postgresql://user:password@host:port/database of PostgreSQL 15 or newer; empty starts an"
          + " embedded one"),
  DATA("sovittu-data", "folder of the embedded database and of the server's secret"),
  SECRET(
      "",
      "the server's secret, at least 16 characters; empty keeps a random one in the data folder"),
  TEMPLATE(
      "",
      "template file of the meeting to make when the database is empty; empty makes the demo day,"
          + " starting now"),
  SMTP_HOST("", "mail server that takes personal links to people; empty sends none"),
  SMTP_PORT("587", "its TCP port: 587 with starttls, 465 with tls, 25 with none"),
  SMTP_SECURITY(
      "starttls",
      "starttls, tls or none; the server's certificate must be valid for its name, and none takes"
          + " no password"),
  SMTP_USER("", "user at the mail server; empty signs in as nobody"),
  SMTP_PASSWORD("", "the user's password"),
  SMTP_FROM("", "sender of the messages, such as hyte@example.fi or Hyte-tiimi <hyte@example.fi>"),
  SMTP_PER_MINUTE("30", "how many messages leave in a minute at most, 1 to 6000"),
  SIMULATE(
      "0",
      "how many made-up participants join the newest meeting, 0 to 20000; a real one refuses them"),
  STAFF_LINKS(
      "on",
      "whether personal links sign in organisers, chairs and secretaries too, on or off; off leaves"
          + " one-time links and the provider"),
  OIDC_ISSUER(
      "",
      "issuer of the OpenID Connect provider that staff sign in by, such as"
          + " https://login.microsoftonline.com/<tenant>/v2.0; empty for none"),
  OIDC_CLIENT_ID("", "this service's client id at the provider"),
  OIDC_CLIENT_SECRET("", "its client secret"),
  OIDC_SCOPES("openid email profile", "scopes to ask for, with spaces between them"),
  OIDC_EMAIL_CLAIM("email", "claim that holds the e-mail address by which staff are found"),
  OIDC_TRUST_EMAIL(
      "no",
      "whether that address is taken for verified without email_verified, yes or no; yes only where"
          + " the provider alone decides on addresses"),
  OIDC_LABEL("", "what the button says; empty for the usual words in three languages");

  private final String fallback;
  private final String description;

  Setting(String fallback, String description) {
    this.fallback = fallback;
    this.description = description;
  }

  String variable() {
    return "SOVITTU_" + name();
  }

  String fallback() {
    return fallback;
  }

  String description() {
    return description;
  }
}
