package fi.sovittu.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every operation of the contract has a body, and every body an operation, or nothing starts. */
class ContractTest {
  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  private static List<Contract.Operation> shipped() {
    return Contract.operations(VERTX.fileSystem().readFileBlocking(Api.CONTRACT));
  }

  private static Api api() {
    return Api.load(VERTX, new Unanswered()).await();
  }

  @Test
  void eachIdStandsOnce() {
    List<String> ids = shipped().stream().map(Contract.Operation::id).toList();

    assertThat(ids).hasSizeGreaterThan(80);
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
  }

  @Test
  void aFixedWordIsTriedBeforeAParameter() {
    List<String> paths = shipped().stream().map(Contract.Operation::path).toList();

    assertThat(paths.indexOf("/api/rooms/{room}/teams-reports/preview"))
        .isNotNegative()
        .isLessThan(paths.indexOf("/api/rooms/{room}/teams-reports/{report}"));
  }

  @Test
  void aRouteNamesItsParameters() {
    assertThat(
            new Contract.Operation(
                    "x",
                    HttpMethod.PUT,
                    "/api/polls/{poll}/entries/{entry}",
                    new Validation.Rules(List.of(), false, null))
                .route())
        .isEqualTo("/api/polls/:poll/entries/:entry");
  }

  @Test
  void anOperationNeedsAnId() {
    Buffer contract = Buffer.buffer("openapi: 3.1.0\npaths: {/api/x: {get: {}}}");

    assertThatThrownBy(() -> Contract.operations(contract)).hasMessageContaining("get /api/x");
  }

  @Test
  void anOperationWithoutABodyStartsNothing() {
    assertThatThrownBy(() -> api().router())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without a body");
  }

  @Test
  void aBodyBelongsToOneOperation() {
    Api api = api();

    assertThatThrownBy(() -> api.on("getNothing", call -> Future.succeededFuture()))
        .hasMessageContaining("not in the contract");
    api.on("getLive", call -> Future.succeededFuture());
    assertThatThrownBy(() -> api.on("getLive", call -> Future.succeededFuture()))
        .hasMessageContaining("already");
  }
}
