package fi.sovittu.http;

import fi.sovittu.base.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a failure becomes an answer: {@code application/problem+json} (RFC 9457) in
 * the reader's language.
 */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String BUNDLE = "problems.problems";

  private Problems() {}

  /** Makes every failure that no operation has answered a problem too; mounted after all else. */
  public static void mount(Router router) {
    for (int status : new int[] {400, 401, 403, 404, 405, 413, 415, 500, 503}) {
      router.errorHandler(
          status,
          context ->
              write(
                  context,
                  context.failure() == null ? Problem.of(codeOf(status)) : context.failure()));
    }
  }

  /**
   * Whether the connection broke before the request had come whole: there is nobody to answer. What
   * breaks later is the service's own, to its database say, and the caller waits for an answer.
   */
  private static boolean isGone(RoutingContext context, Throwable failure) {
    return failure instanceof IOException && !context.request().isEnded();
  }

  /** Answers with the failure, unless an answer is under way already. */
  static void write(RoutingContext context, Throwable failure) {
    if (context.response().ended()
        || context.response().headWritten()
        || context.response().closed()
        || isGone(context, failure)) {
      return;
    }
    Problem problem = problemOf(context, failure);
    if (problem.code() == Problem.Code.INTERNAL) {
      // The path holds ids only; the body, where choices are, is never logged.
      LOG.error("{} {} failed", context.request().method(), context.request().path(), failure);
    }
    if (problem.code() == Problem.Code.UNAVAILABLE) {
      context.response().putHeader("Retry-After", "2");
    }
    context
        .response()
        .setStatusCode(problem.code().status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(json(problem, Languages.of(context.request())).toBuffer());
  }

  static JsonObject json(Problem problem, Locale locale) {
    JsonObject json =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", sentence(problem, locale))
            .put("status", problem.code().status())
            .put("code", problem.code().name());
    if (!problem.fields().isEmpty()) {
      JsonArray fields = new JsonArray();
      for (Problem.Field field : problem.fields()) {
        fields.add(new JsonObject().put("field", field.field()).put("message", field.message()));
      }
      json.put("fields", fields);
    }
    return json;
  }

  /** The problem as one sentence for a person. */
  public static String sentence(Problem problem, Locale locale) {
    String pattern =
        ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(problem.code().name());
    return new MessageFormat(pattern, locale).format(problem.facts().toArray());
  }

  /**
   * The machine's own language must not decide: a missing translation is found by a test, not
   * hidden.
   */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static Problem problemOf(RoutingContext context, Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof HttpException http) {
      return Problem.of(codeOf(http.getStatusCode()));
    }
    return Problem.of(codeOf(context.statusCode()));
  }

  private static Problem.Code codeOf(int status) {
    return switch (status) {
      case 400 -> Problem.Code.BAD_REQUEST;
      case 401 -> Problem.Code.NO_PARTICIPANT;
      case 403 -> Problem.Code.FORBIDDEN;
      case 404 -> Problem.Code.NOT_FOUND;
      case 405 -> Problem.Code.METHOD_NOT_ALLOWED;
      case 413 -> Problem.Code.TOO_LARGE;
      case 415 -> Problem.Code.MEDIA_TYPE;
      case 503 -> Problem.Code.UNAVAILABLE;
      default -> Problem.Code.INTERNAL;
    };
  }
}
