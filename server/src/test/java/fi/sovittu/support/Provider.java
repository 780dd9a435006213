package fi.sovittu.support;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real OpenID Connect provider as a process of its own ({@code web-client/e2e/provider.mjs}), and
 * people who sign in there with a browser.
 */
public final class Provider implements AutoCloseable {
  public static final String CLIENT_ID = "sovittu";
  public static final String CLIENT_SECRET = "a-secret-of-the-tests-alone";

  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

  private final Process process;
  private final String issuer;

  private Provider(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /**
   * @param inIdToken whether it tells the e-mail address in the ID token, and not in the userinfo
   *     only
   */
  public static Provider start(boolean inIdToken) throws IOException {
    ProcessBuilder node =
        inIdToken
            ? new ProcessBuilder("node", "e2e/provider.mjs", "claims")
            : new ProcessBuilder("node", "e2e/provider.mjs");
    Process process =
        node.directory(new File("../web-client"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines = process.inputReader();
    String issuer = lines.readLine();
    if (issuer == null) {
      throw new IOException("the provider did not start; is web-client/node_modules there?");
    }
    return new Provider(process, issuer);
  }

  public String issuer() {
    return issuer;
  }

  /** What the service is started with to sign in here. */
  public Map<String, String> environment() {
    return Map.of(
        "SOVITTU_OIDC_ISSUER",
        issuer,
        "SOVITTU_OIDC_CLIENT_ID",
        CLIENT_ID,
        "SOVITTU_OIDC_CLIENT_SECRET",
        CLIENT_SECRET);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Somebody's browser at the provider. */
  public static final class Visitor {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * Signs in there.
     *
     * @param account subject, e-mail address and yes or no
     * @return the parameters with which the provider sends the browser back
     */
    public Map<String, String> signsIn(String address, String account) {
      return follow(address, account);
    }

    /** Goes there, and turns back. */
    public Map<String, String> declines(String address) {
      return follow(address, null);
    }

    private Map<String, String> follow(String address, String account) {
      URI at = URI.create(address);
      HttpResponse<String> page = get(at);
      for (int step = 0; step < 20; step++) {
        String location = page.headers().firstValue("Location").orElse(null);
        if (location != null) {
          at = at.resolve(location);
          if (at.getPath().equals("/sign-in/return")) {
            return parameters(at);
          }
          page = get(at);
        } else if (account == null) {
          page = get(URI.create(at + "/cancel"));
        } else {
          Matcher form = ACTION.matcher(page.body());
          if (!form.find()) {
            throw new AssertionError(page.statusCode() + " " + page.body());
          }
          at = at.resolve(form.group(1));
          page = post(at, "account=" + encode(account));
        }
      }
      throw new AssertionError("the provider sends round in circles");
    }

    private HttpResponse<String> get(URI at) {
      return send(HttpRequest.newBuilder(at).GET());
    }

    private HttpResponse<String> post(URI at, String form) {
      return send(
          HttpRequest.newBuilder(at)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return client.send(request.build(), BodyHandlers.ofString());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The parameters of an address. */
  public static Map<String, String> parameters(URI address) {
    Map<String, String> found = new HashMap<>();
    for (String pair : address.getRawQuery().split("&")) {
      int at = pair.indexOf('=');
      found.put(
          URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return found;
  }
}
