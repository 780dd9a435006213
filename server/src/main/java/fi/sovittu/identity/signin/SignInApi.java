package fi.sovittu.identity.signin;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Device;
import fi.sovittu.identity.Sessions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signing in as staff. Nothing here redirects: the page goes where it is told, which is the
 * provider's own address or a participant, and no address is ever taken from a request.
 */
public final class SignInApi {
  /** Where a provider is to send browsers back to; to be registered there. */
  public static final String RETURN_PATH = "/sign-in/return";

  private static final String COOKIE = "sign-in";

  /** A browser takes a cookie of such a name over HTTPS and from this very host only. */
  private static final String HOST_ONLY = "__Host-";

  record Options(@Nullable ProviderOption provider, boolean personalLinks) {}

  record ProviderOption(@Nullable String label) {}

  record UseLink(String link, String key) {}

  record Address(String url) {}

  record Return(String state, @Nullable String code, @Nullable String error) {}

  record Choosing(String key, UUID participant) {}

  record SignedIn(@Nullable UUID participant, Entrance.@Nullable Offer offer) {}

  private final Db db;
  private final Callers callers;
  private final Entrance entrance;
  private final SignInLinks links;
  private final ServerSecret secret;
  private final boolean secureCookies;
  private final String cookieName;
  private final boolean personalLinks;
  private final @Nullable Provider provider;

  /**
   * @param settings null where there is no provider
   * @param personalLinks whether staff's personal links sign in
   */
  public SignInApi(
      Vertx vertx,
      Db db,
      Callers callers,
      Sessions sessions,
      SignInLinks links,
      ServerSecret secret,
      String baseUrl,
      @Nullable ProviderSettings settings,
      boolean personalLinks) {
    this.db = db;
    this.callers = callers;
    this.entrance = new Entrance(sessions);
    this.links = links;
    this.secret = secret;
    this.secureCookies = baseUrl.startsWith("https:");
    this.cookieName = secureCookies ? HOST_ONLY + COOKIE : COOKIE;
    this.personalLinks = personalLinks;
    this.provider =
        settings == null ? null : new Provider(vertx, settings, baseUrl + RETURN_PATH, db::now);
  }

  public void mount(Api api) {
    api.on("getSignIn", this::options);
    api.on("putSignInLink", this::makeLink);
    api.on("useSignInLink", this::useLink);
    api.on("beginSignIn", this::begin);
    api.on("finishSignIn", this::finish);
    api.on("chooseParticipant", this::choose);
  }

  private Future<Reply> options(Call call) {
    return Future.succeededFuture(
        Reply.json(
            200,
            new Options(
                provider == null ? null : new ProviderOption(provider.label()), personalLinks)));
  }

  private Future<Reply> makeLink(Call call) {
    UUID participant = call.pathId("participant");
    UUID id = call.pathId("link");
    return callers
        .organiser(call)
        .compose(caller ->
            db.write(connection ->
                links.make(connection, caller.meeting(), caller.participant(), participant, id)))
        .map(made -> Reply.json(200, made));
  }

  private Future<Reply> useLink(Call call) {
    UseLink wish = call.body(UseLink.class);
    return db.write(connection ->
            links.use(connection, wish.link(), wish.key(), Device.of(call.userAgent())))
        .map(used -> signedIn(used.participant(), used.cookie()));
  }

  private static Reply signedIn(UUID participant, String cookie) {
    return Reply.json(200, new SignedIn(participant, null)).withHeader("Set-Cookie", cookie);
  }

  private Provider provider() {
    if (provider == null) {
      throw Problem.of(Problem.Code.NOT_FOUND);
    }
    return provider;
  }

  private Future<Reply> begin(Call call) {
    String key = Tokens.random();
    Attempt attempt = Attempt.of(secret, key);
    return provider()
        .address(attempt, call.locale())
        .compose(url ->
            db.write(connection -> Attempts.begin(connection, attempt))
                .map(
                    Reply.json(200, new Address(url))
                        .withHeader("Set-Cookie", cookie(key, Attempts.LENGTH.toSeconds()))));
  }

  /**
   * The state is used up before the provider is asked, whatever comes of it; the participant is
   * bound and its session opened in one transaction after that.
   */
  private Future<Reply> finish(Call call) {
    Return back = call.body(Return.class);
    Provider asked = provider();
    String key = call.cookie(cookieName);
    Attempt attempt = key == null ? null : Attempt.of(secret, key);
    if (attempt == null || !attempt.hasState(back.state())) {
      return Future.failedFuture(Problem.of(Problem.Code.SIGN_IN_STATE));
    }
    return db.write(connection -> Attempts.take(connection, attempt))
        .compose(taken -> {
          if (back.code() == null) {
            throw Attempts.refused(back.error());
          }
          return asked.identify(back.code(), attempt);
        })
        .compose(identity ->
            db.write(
                connection -> entrance.enter(connection, identity, Device.of(call.userAgent()))))
        .map(entered -> entered(entered).withHeader("Set-Cookie", cookie("", 0)));
  }

  private Future<Reply> choose(Call call) {
    Choosing choosing = call.body(Choosing.class);
    return db.write(connection ->
            entrance.choose(
                connection, choosing.key(), choosing.participant(), Device.of(call.userAgent())))
        .map(SignInApi::entered);
  }

  private static Reply entered(Entrance.Entered entered) {
    return switch (entered) {
      case Entrance.Opened opened -> signedIn(opened.participant(), opened.cookie());
      case Entrance.Offer offer -> Reply.json(200, new SignedIn(null, offer));
    };
  }

  /** Sent by our own pages only, so a return that somebody else began finds none. */
  private String cookie(String value, long seconds) {
    return Cookie.cookie(cookieName, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secureCookies)
        .setSameSite(CookieSameSite.STRICT)
        .setMaxAge(seconds)
        .encode();
  }
}
