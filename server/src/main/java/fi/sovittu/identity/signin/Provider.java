package fi.sovittu.identity.signin;

import fi.sovittu.base.Limit;
import fi.sovittu.base.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organisation's provider of identities, by OpenID Connect: the authorization code flow with
 * PKCE. What it is, is read from its own description; its keys are read anew for each sign-in, of
 * which there are few, so that new ones are known at once. Event loop only.
 */
final class Provider {
  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

  /** How long the provider may take for everything that one step asks of it. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  /** How long its description is believed. */
  static final Duration DESCRIPTION_KEPT = Duration.ofHours(1);

  /** As RFC 6749, 5.2, begins a failure. */
  private static final Pattern ERROR_CODE = Pattern.compile("([a-z_]{1,40})(?:$|: )");

  /** How many sign-ins ask the provider at a time; anybody can make us ask. */
  @Limit(value = "Sign-ins asked of the provider at once", unit = "sign-ins")
  static final int MOST_AT_ONCE = 20;

  private final Vertx vertx;
  private final ProviderSettings settings;
  private final String returnTo;
  private final Supplier<Instant> clock;
  private @Nullable Future<OAuth2Auth> described;
  private long describedAt;
  private int asking;

  /**
   * @param returnTo where the provider sends the browser back to; the only such address
   * @param clock by which tokens are judged
   */
  Provider(Vertx vertx, ProviderSettings settings, String returnTo, Supplier<Instant> clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.returnTo = returnTo;
    this.clock = clock;
  }

  @Nullable String label() {
    return settings.label();
  }

  /**
   * Where the browser is to go.
   *
   * @return fails with SIGN_IN_AWAY when the provider does not answer, SIGN_IN_INVALID when it
   *     describes itself as another
   */
  Future<String> address(Attempt attempt, Locale language) {
    return asked(
        describe()
            .map(provider ->
                provider.authorizeURL(
                    new OAuth2AuthorizationURL()
                        .setScopes(settings.scopes())
                        .setState(attempt.state())
                        .setRedirectUri(returnTo)
                        .setCodeChallenge(attempt.challenge())
                        .setCodeChallengeMethod("S256")
                        .putAdditionalParameter("nonce", attempt.nonce())
                        .putAdditionalParameter("ui_locales", language.getLanguage()))));
  }

  /**
   * Who the provider says has come back.
   *
   * @return fails with SIGN_IN_AWAY, SIGN_IN_INVALID or SIGN_IN_CLOCK
   */
  Future<Identity> identify(String code, Attempt attempt) {
    if (asking >= MOST_AT_ONCE) {
      return Future.failedFuture(Problem.of(Problem.Code.SIGN_IN_AWAY));
    }
    asking++;
    return asked(
            describe()
                .compose(provider ->
                    provider
                        .jWKSet()
                        .compose(keys ->
                            provider.authenticate(
                                new Oauth2Credentials()
                                    .setFlow(OAuth2FlowType.AUTH_CODE)
                                    .setCode(code)
                                    .setCodeVerifier(attempt.verifier())
                                    .setRedirectUri(returnTo)))
                        .compose(user -> identity(provider, user, attempt))))
        .onComplete(answered -> asking--);
  }

  private Future<Identity> identity(OAuth2Auth provider, User user, Attempt attempt) {
    IdToken.mustBeSignedByKey(IdToken.text(user.principal(), "id_token"));
    // There only when its signature is right.
    JsonObject claims = user.attributes().getJsonObject("idToken");
    if (claims == null) {
      throw new IdToken.Refused(Problem.Code.SIGN_IN_INVALID, "a signature that is not right");
    }
    IdToken.check(claims, settings.issuer(), settings.clientId(), attempt.nonce(), clock.get());
    if (claims.containsKey(settings.emailClaim())) {
      return Future.succeededFuture(identity(claims, claims));
    }
    // Many providers tell it there only.
    return provider
        .userInfo(user)
        .map(info -> {
          if (!claims.getValue("sub").equals(info.getValue("sub"))) {
            throw new IdToken.Refused(Problem.Code.SIGN_IN_INVALID, "another subject's details");
          }
          return identity(claims, info);
        });
  }

  private Identity identity(JsonObject claims, JsonObject details) {
    String email = IdToken.email(details, settings.emailClaim());
    boolean verified = settings.trustEmail() || IdToken.vouches(details, settings.emailClaim());
    return new Identity(
        settings.issuer(),
        claims.getString("sub"),
        verified ? email : null,
        email != null && !verified);
  }

  private Future<OAuth2Auth> describe() {
    long now = System.nanoTime();
    Future<OAuth2Auth> known = described;
    if (known != null && !known.failed() && now - describedAt < DESCRIPTION_KEPT.toNanos()) {
      return known;
    }
    if (known != null) {
      known.onSuccess(OAuth2Auth::close);
    }
    Future<OAuth2Auth> reading = OpenIDConnectAuth.discover(vertx, options());
    described = reading;
    describedAt = now;
    return reading;
  }

  private OAuth2Options options() {
    return new OAuth2Options()
        .setSite(settings.issuer())
        .setClientId(settings.clientId())
        .setClientSecret(settings.clientSecret())
        .setValidateIssuer(true)
        // The times of the ID token decide, and are checked here.
        .setJWTOptions(new JWTOptions().setLeeway((int) Duration.ofDays(1).toSeconds()))
        .setHttpClientOptions(
            new HttpClientOptions()
                .setConnectTimeout((int) PATIENCE.dividedBy(2).toMillis())
                .setIdleTimeout((int) PATIENCE.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
  }

  private static <T> Future<T> asked(Future<T> answer) {
    return answer
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .recover(failure -> Future.failedFuture(problem(failure)));
  }

  private static Problem problem(Throwable failure) {
    if (failure instanceof IdToken.Refused refused) {
      LOG.warn("a sign-in was refused: {}", refused.getMessage());
      return Problem.of(refused.code());
    }
    boolean away =
        failure instanceof IOException
            || failure instanceof TimeoutException
            || failure instanceof HttpClosedException;
    LOG.warn("the provider of sign-ins {}: {}", away ? "is away" : "refused", why(failure));
    return Problem.of(away ? Problem.Code.SIGN_IN_AWAY : Problem.Code.SIGN_IN_INVALID);
  }

  /**
   * What may stand in the log: the provider's error code, or what kind of failure it was. Its other
   * words may hold tokens, or lines that are meant to look like ours.
   */
  static String why(Throwable failure) {
    Matcher code = ERROR_CODE.matcher(String.valueOf(failure.getMessage()));
    return code.lookingAt() ? code.group(1) : failure.getClass().getSimpleName();
  }
}
