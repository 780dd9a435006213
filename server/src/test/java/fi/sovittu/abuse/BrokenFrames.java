package fi.sovittu.abuse;

import static fi.sovittu.abuse.RawSocket.frame;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes frames of every broken kind, the same ones from the same seed. */
final class BrokenFrames {
  private static final int FIN = 0x80;
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  /** What is wrong with a frame. */
  enum Kind {
    RESERVED_OPCODE(true),
    RESERVED_BITS(true),
    UNMASKED(true),
    LONG_CONTROL(true),
    FRAGMENTED_CONTROL(true),
    CONTINUATION_OF_NOTHING(true),
    NEW_MESSAGE_WITHIN_ANOTHER(true),
    FRAGMENTS_WITHOUT_END(true),
    HUGE_LENGTH(true),
    TOO_LARGE(true),
    BAD_CLOSE(true),
    /** Refused as what it is then, no JSON. */
    BROKEN_UTF8(false),
    EMPTY(false),
    GARBAGE(false),
    DEEP_JSON(false),
    TRUNCATED_JSON(false),
    ODD_JSON(false),
    WRONG_TYPES(false),
    UNKNOWN_TYPE(false),
    WRONG_ADDRESS(false),
    PUBLISHING(false),
    PINGS(false);

    private final boolean fatal;

    Kind(boolean fatal) {
      this.fatal = fatal;
    }

    /** Whether it breaks the protocol, so that the connection must end. */
    boolean isFatal() {
      return fatal;
    }
  }

  private static final List<Kind> FATAL =
      List.of(Kind.values()).stream().filter(Kind::isFatal).toList();
  private static final List<Kind> PASSING =
      List.of(Kind.values()).stream().filter(kind -> !kind.isFatal()).toList();

  private final Random random;

  BrokenFrames(long seed) {
    random = new Random(seed);
  }

  /** One in so many breaks the protocol; what comes behind such a frame is not read any more. */
  Kind next(int oneIn) {
    List<Kind> from = random.nextInt(oneIn) == 0 ? FATAL : PASSING;
    return from.get(random.nextInt(from.size()));
  }

  byte[] of(Kind kind) {
    return switch (kind) {
      case RESERVED_OPCODE ->
          frame(FIN | (random.nextBoolean() ? 3 : 11) + random.nextInt(5), some());
      case RESERVED_BITS -> frame(FIN | 0x10 << random.nextInt(3) | TEXT, some());
      case UNMASKED -> frame(FIN | TEXT, false, 4, text("{}  "));
      case LONG_CONTROL -> frame(FIN | PING, random(126 + random.nextInt(200)));
      case FRAGMENTED_CONTROL -> frame(PING, some());
      case CONTINUATION_OF_NOTHING -> frame(FIN | CONTINUATION, some());
      case NEW_MESSAGE_WITHIN_ANOTHER -> both(frame(TEXT, text("{")), frame(FIN | TEXT, text("}")));
      case FRAGMENTS_WITHOUT_END -> endless();
      case BROKEN_UTF8 -> frame(FIN | TEXT, new byte[] {'{', (byte) 0xC3, 0x28, '}'});
      case HUGE_LENGTH -> frame(FIN | BINARY, true, random.nextLong() | 1L << 40, some());
      case TOO_LARGE -> frame(FIN | TEXT, text("[" + " ".repeat(20_000) + "]"));
      case BAD_CLOSE -> frame(FIN | CLOSE, new byte[] {3});
      case EMPTY -> frame(FIN | (random.nextBoolean() ? TEXT : BINARY), new byte[0]);
      case GARBAGE -> frame(FIN | BINARY, random(random.nextInt(500)));
      case DEEP_JSON -> json("{\"type\":".repeat(1 + random.nextInt(1_800)));
      case TRUNCATED_JSON -> {
        String whole = register(address());
        yield json(whole.substring(0, random.nextInt(whole.length())));
      }
      case ODD_JSON -> json(odd());
      case WRONG_TYPES -> json(wrongTypes());
      case UNKNOWN_TYPE ->
          json(new JsonObject().put("type", letters()).put("address", address()).encode());
      case WRONG_ADDRESS -> json(register(address()));
      case PUBLISHING ->
          json(
              new JsonObject()
                  .put("type", random.nextBoolean() ? "publish" : "send")
                  .put("address", address())
                  .put("body", new JsonObject().put("x", letters()))
                  .encode());
      case PINGS -> frame(FIN | (random.nextBoolean() ? PING : PONG), random(random.nextInt(126)));
    };
  }

  private byte[] endless() {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frames.writeBytes(frame(TEXT, text("[")));
    for (int i = 0; i < 40; i++) {
      frames.writeBytes(frame(CONTINUATION, text(" ".repeat(10_000))));
    }
    return frames.toByteArray();
  }

  private String odd() {
    List<String> values =
        List.of(
            "null",
            "true",
            "[]",
            "\"\"",
            "1e999999",
            "-0.0",
            "{}",
            "{\"type\":null}",
            "[[[]]]",
            "NaN",
            "{\"type\":\"ping\",\"type\":\"register\"}",
            "{\"\\u0000\":1}",
            "\uFEFF{}",
            "{'a':1}",
            "",
            "{\"type\":\"register\",\"address\":\"\\uD800\"}",
            "\"" + "x".repeat(9_000) + "\"",
            "9".repeat(5_000),
            "{\"type\":\"unregister\",\"address\":\"" + address() + "\"}");
    return values.get(random.nextInt(values.size()));
  }

  private String wrongTypes() {
    List<String> values =
        List.of("1", "null", "[]", "{}", "true", "[1,\"a\"]", "{\"a\":{}}", "1.5e300");
    String type = random.nextBoolean() ? "\"register\"" : any(values);
    return "{\"type\":%s,\"address\":%s,\"headers\":%s,\"body\":%s}"
        .formatted(type, any(values), any(values), any(values));
  }

  private String address() {
    List<String> sections =
        List.of(
            "meeting",
            "agenda",
            "polls",
            "results",
            "stage",
            "desk",
            "attendance",
            "people",
            letters());
    return switch (random.nextInt(4)) {
      case 0 -> letters();
      case 1 -> "sovittu." + any(sections) + "." + "a".repeat(random.nextInt(5_000));
      case 2 -> "vertx.internal." + letters();
      default -> "sovittu." + any(sections) + "." + new UUID(random.nextLong(), random.nextLong());
    };
  }

  private static String register(String address) {
    return new JsonObject().put("type", "register").put("address", address).encode();
  }

  private byte[] json(String json) {
    return frame(FIN | (random.nextBoolean() ? TEXT : BINARY), text(json));
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      letters.appendCodePoint(
          random.nextInt(5) == 0 ? 0x1F300 + random.nextInt(300) : ' ' + random.nextInt(90));
    }
    return letters.toString();
  }

  private byte[] some() {
    return random(random.nextInt(100));
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] both(byte[] a, byte[] b) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(a);
    both.writeBytes(b);
    return both.toByteArray();
  }
}
