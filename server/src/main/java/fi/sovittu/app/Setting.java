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
      "public address that people open, such as https://hyte.example.fi; default http://localhost:<port>"),
  DATABASE_URL(
      "",
      "postgresql://user:password@host:port/database of PostgreSQL 15 or newer; empty starts an embedded one"),
  DATA("sovittu-data", "folder of the embedded database and of the server's secret"),
  SECRET(
      "",
      "the server's secret, at least 16 characters; empty keeps a random one in the data folder"),
  TEMPLATE(
      "",
      "template file of the meeting to make when the database is empty; empty makes the demo day, starting now"),
  SIMULATE(
      "0",
      "how many made-up participants join the newest meeting, 0 to 20000; never in a real one");

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
