package fi.sovittu.meeting;

import fi.sovittu.base.Problem;
import fi.sovittu.http.Call;
import io.vertx.core.Future;
import java.util.function.Function;

/** Looks up joining codes for those who type them, and not for those who guess. Event loop only. */
public final class JoinCodes {
  private final WrongCodes wrong;

  public JoinCodes(WrongCodes wrong) {
    this.wrong = wrong;
  }

  /**
   * Runs what looks the request's code up.
   *
   * @param work fails with CODE_UNKNOWN when it is none
   * @return fails with TOO_MANY_TRIES instead, after too many wrong codes
   */
  public <T> Future<T> with(Call call, Function<String, Future<T>> work) {
    String code = call.path("code");
    String address = call.address();
    wrong.mustBeAllowed(address, code);
    return work.apply(code)
        .onSuccess(found -> wrong.right(address, code))
        .onFailure(failure -> {
          if (failure instanceof Problem problem && problem.code() == Problem.Code.CODE_UNKNOWN) {
            wrong.wrong(address);
          }
        });
  }
}
