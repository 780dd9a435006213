package fi.sovittu.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The web client's files and the headers that every answer carries. */
public final class Pages {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; object-src"
          + " 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Files whose name carries a hash of their content never change. */
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private Pages() {}

  /** Adds the security headers to every answer; mounted before all else. */
  public static void headers(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin");
    context.next();
  }

  /** Mounts the client: its files, and its one page for every address that it routes itself. */
  public static void mount(Vertx vertx, Router router) {
    StaticHandler files =
        StaticHandler.create("webroot").setCachingEnabled(false).setIndexPage("index.html");
    router
        .get("/assets/*")
        .handler(context -> {
          context.addHeadersEndHandler(end -> {
            if (context.response().getStatusCode() == 200) {
              context.response().putHeader("Cache-Control", FOREVER);
            }
          });
          context.next();
        });
    for (String page : new String[] {"/", "/j/*", "/s/*", "/open", "/recount"}) {
      router.get(page).handler(context -> page(vertx, context, "webroot/index.html"));
    }
    // A page of their own: phones do without it.
    for (String page : new String[] {"/sign-in", "/sign-in/return", "/sessions"}) {
      router.get(page).handler(context -> page(vertx, context, "webroot/sign-in.html"));
    }
    router.get().handler(files);
  }

  private static void page(Vertx vertx, RoutingContext context, String file) {
    context
        .response()
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Content-Type", "text/html; charset=utf-8");
    vertx.fileSystem().readFile(file).onSuccess(context.response()::end).onFailure(context::fail);
  }
}
