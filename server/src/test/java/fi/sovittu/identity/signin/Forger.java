package fi.sovittu.identity.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A provider that hands out whatever ID token a test wants, which no real one does. Everything else
 * of it is as it must be.
 */
final class Forger implements AutoCloseable {
  static final String CLIENT = "sovittu";
  static final String SECRET = "a-secret-of-the-tests-alone";

  private final HttpServer server;
  private final KeyPair keys = newKeys();

  /** Makes the ID token of the next sign-in. */
  volatile Function<JsonObject, String> token = claims -> signed(claims, keys, "k1");

  /** Makes the whole answer of the token endpoint, null for the usual one. */
  volatile String answer;

  volatile int status = 200;
  volatile long delayMillis;

  /** The keys that it publishes. */
  volatile JsonArray published = new JsonArray().add(jwk(keys, "k1"));

  volatile JsonObject userInfo = new JsonObject();

  /** Of the sign-in that is on its way. */
  volatile String nonce = "";

  volatile String lastForm = "";

  Forger() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            send(
                exchange,
                200,
                new JsonObject()
                    .put("issuer", issuer())
                    .put("authorization_endpoint", issuer() + "/auth")
                    .put("token_endpoint", issuer() + "/token")
                    .put("userinfo_endpoint", issuer() + "/me")
                    .put("jwks_uri", issuer() + "/jwks")
                    .encode()));
    server.createContext(
        "/jwks", exchange -> send(exchange, 200, new JsonObject().put("keys", published).encode()));
    server.createContext("/me", exchange -> send(exchange, 200, userInfo.encode()));
    server.createContext("/token", this::token);
    server.start();
  }

  private void token(HttpExchange exchange) throws IOException {
    lastForm = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (delayMillis > 0) {
      try {
        Thread.sleep(delayMillis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    String fixed = answer;
    if (fixed == null) {
      String made = token.apply(claims());
      JsonObject body =
          new JsonObject()
              .put("access_token", "opaque")
              .put("token_type", "Bearer")
              .put("expires_in", 3600);
      fixed = (made == null ? body : body.put("id_token", made)).encode();
    }
    send(exchange, status, fixed);
  }

  /** Those of a right token. */
  JsonObject claims() {
    long now = System.currentTimeMillis() / 1000;
    return new JsonObject()
        .put("iss", issuer())
        .put("aud", CLIENT)
        .put("sub", "forged")
        .put("nonce", nonce)
        .put("iat", now)
        .put("exp", now + 300);
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  KeyPair keys() {
    return keys;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonObject jwk(KeyPair keys, String id) {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return new JsonObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", id)
        .put("n", number(key.getModulus()))
        .put("e", number(key.getPublicExponent()));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return base64(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }

  static String signed(JsonObject claims, KeyPair keys, String id) {
    String text = input(new JsonObject().put("alg", "RS256").put("kid", id), claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return text + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with a key that is shared, such as one that everybody can read. */
  static String sealed(JsonObject claims, byte[] key, String id) {
    String text = input(new JsonObject().put("alg", "HS256").put("kid", id), claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String unsigned(JsonObject claims, String ending) {
    return input(new JsonObject().put("alg", "none"), claims) + ending;
  }

  private static String input(JsonObject header, JsonObject claims) {
    return base64(header.encode().getBytes(StandardCharsets.UTF_8))
        + "."
        + base64(claims.encode().getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
