package fi.sovittu.identity.signin;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Device;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Sessions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
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

  /**
   * What a provider says when the person, not the provider, did not want to (RFC 6749, 4.1.2.1).
   */
  private static final Set<String> DECLINED =
      Set.of("access_denied", "consent_required", "interaction_required", "login_required");

  record Options(@Nullable ProviderOption provider, boolean personalLinks) {}

  record ProviderOption(@Nullable String label) {}

  record UseLink(String link, String key) {}

  record Address(String url) {}

  record Return(String state, @Nullable String code, @Nullable String error) {}

  record Choosing(String key, UUID participant) {}

  record Offer(String key, List<Bindings.Choice> participants) {}

  record SignedIn(@Nullable UUID participant, @Nullable Offer offer) {}

  private final Db db;
  private final Callers callers;
  private final Sessions sessions;
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
    this.sessions = sessions;
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
            db.write(
                connection -> links.make(connection, caller.meeting(), caller.participant(), participant, id)))
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
   * The state is used up before the provider is asked, whatever comes of it; the participant is bound and
   * its session opened in one transaction after that.
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
            throw Problem.of(
                back.error() != null && DECLINED.contains(back.error())
                    ? Problem.Code.SIGN_IN_DECLINED
                    : Problem.Code.SIGN_IN_INVALID);
          }
          return asked.identify(back.code(), attempt);
        })
        .compose(identity ->
            db.write(connection -> enter(connection, identity, Device.of(call.userAgent()))))
        .map(reply -> reply.withHeader("Set-Cookie", cookie("", 0)));
  }

  private Future<Reply> enter(
      SqlConnection connection, Identity identity, @Nullable String device) {
    return Bindings.participants(connection, identity)
        .compose(choices -> {
          if (choices.isEmpty()) {
            throw Problem.of(
                identity.unverified()
                    ? Problem.Code.SIGN_IN_UNVERIFIED
                    : Problem.Code.SIGN_IN_NOBODY);
          }
          if (choices.size() == 1) {
            return open(connection, choices.getFirst().participant(), device);
          }
          return Attempts.offer(connection, choices.stream().map(Bindings.Choice::participant).toList())
              .map(key -> Reply.json(200, new SignedIn(null, new Offer(key, choices))));
        });
  }

  private Future<Reply> choose(Call call) {
    Choosing choosing = call.body(Choosing.class);
    return db.write(connection ->
        Attempts.offered(connection, choosing.key())
            .compose(offered -> {
              if (!offered.contains(choosing.participant())) {
                throw Problem.of(Problem.Code.SIGN_IN_STATE);
              }
              return open(connection, choosing.participant(), Device.of(call.userAgent()));
            }));
  }

  /** A role may have been taken away since the participant was offered. */
  private Future<Reply> open(SqlConnection connection, UUID participant, @Nullable String device) {
    return Bindings.meetingOfStaff(connection, participant)
        .compose(meeting -> {
          if (meeting == null) {
            throw Problem.of(Problem.Code.SIGN_IN_NOBODY);
          }
          return sessions
              .open(connection, participant, Sessions.MadeBy.PROVIDER, device)
              .compose(opened ->
                  Audit.write(connection, meeting, participant, "sign-in.provider", participant, new JsonObject())
                      .map(signedIn(participant, opened.cookie())));
        });
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
