package fi.sovittu.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.base.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final int LIMIT = 3;
  private static Vertx vertx;

  /** An item whose keys are its letters. */
  private static Set<?> letters(String item) {
    Set<Character> letters = new HashSet<>();
    for (char letter : item.toCharArray()) {
      letters.add(letter);
    }
    return letters;
  }

  /** A batch that reached the writer and waits there. */
  private record Written(List<String> items, Promise<List<Future<String>>> outcome) {
    void commit() {
      outcome.complete(
          items.stream().map(item -> Future.succeededFuture("saved " + item)).toList());
    }
  }

  private final BlockingQueue<Written> writer = new LinkedBlockingQueue<>();

  @BeforeAll
  @BeforeContainer
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  @AfterContainer
  static void stop() {
    vertx.close().await();
  }

  private Batches<String, String> batches() {
    return batches(vertx.getOrCreateContext());
  }

  private Batches<String, String> batches(Context context) {
    return new Batches<>(
        context,
        LIMIT,
        BatchesTest::letters,
        items -> {
          Promise<List<Future<String>>> outcome = Promise.promise();
          writer.add(new Written(items, outcome));
          return outcome.future();
        });
  }

  private Written next() throws InterruptedException {
    Written written = writer.poll(30, TimeUnit.SECONDS);
    assertThat(written).as("a batch").isNotNull();
    return written;
  }

  @Test
  void aLoneItemGoesAtOnce() throws Exception {
    Future<String> saved = batches().add("a");
    Written batch = next();
    assertThat(batch.items()).containsExactly("a");
    assertThat(saved.isComplete()).isFalse();
    batch.commit();
    assertThat(saved.await(30, TimeUnit.SECONDS)).isEqualTo("saved a");
  }

  @Test
  void whileOneBatchIsOnItsWayTheNextCollectsUpToTheLimit() throws Exception {
    Batches<String, String> batches = batches();
    for (String item : List.of("a", "b", "c", "d", "e")) {
      batches.add(item);
    }
    Written first = next();
    assertThat(first.items()).containsExactly("a");
    assertThat(writer).isEmpty();
    first.commit();
    Written second = next();
    assertThat(second.items()).containsExactly("b", "c", "d");
    second.commit();
    assertThat(next().items()).containsExactly("e");
  }

  @Test
  void itemsThatShareAKeyKeepTheirOrderInDifferentBatches() throws Exception {
    Batches<String, String> batches = batches();
    for (String item : List.of("x", "a", "ab", "b", "c")) {
      batches.add(item);
    }
    next().commit();
    // "b" shares nothing with "a", but it must not overtake "ab", which waits.
    Written second = next();
    assertThat(second.items()).containsExactly("a", "c");
    second.commit();
    Written third = next();
    assertThat(third.items()).containsExactly("ab");
    third.commit();
    assertThat(next().items()).containsExactly("b");
  }

  @Test
  void aFailedBatchFailsItsItemsAndTheNextGoesOn() throws Exception {
    Batches<String, String> batches = batches();
    Future<String> lost = batches.add("a");
    Future<String> later = batches.add("b");
    next().outcome().fail("no disk");
    assertThatThrownBy(() -> lost.await(30, TimeUnit.SECONDS)).hasMessageContaining("no disk");
    next().commit();
    assertThat(later.await(30, TimeUnit.SECONDS)).isEqualTo("saved b");
  }

  @Test
  void whoWaitsBehindABatchThatFoundNoDatabaseIsToldAtOnce() throws Exception {
    Batches<String, String> batches = batches();
    List<Future<String>> all = List.of("a", "b", "c", "d", "e").stream().map(batches::add).toList();
    Written first = next();
    assertThat(first.items()).containsExactly("a");
    first.outcome().fail(Problem.of(Problem.Code.UNAVAILABLE));
    for (Future<String> told : all) {
      assertThatThrownBy(() -> told.await(30, TimeUnit.SECONDS)).hasMessage("UNAVAILABLE");
    }
    Future<String> later = batches.add("f");
    Written second = next();
    assertThat(second.items()).containsExactly("f");
    second.commit();
    assertThat(later.await(30, TimeUnit.SECONDS)).isEqualTo("saved f");
  }

  @Test
  void oneRefusedItemFailsAlone() throws Exception {
    Batches<String, String> batches = batches();
    batches.add("x");
    Future<String> good = batches.add("a");
    Future<String> bad = batches.add("b");
    next().commit();
    next()
        .outcome()
        .complete(List.of(Future.succeededFuture("saved a"), Future.failedFuture("late")));
    assertThat(good.await(30, TimeUnit.SECONDS)).isEqualTo("saved a");
    assertThatThrownBy(() -> bad.await(30, TimeUnit.SECONDS)).hasMessageContaining("late");
  }

  @Test
  void aWriterThatThrowsFailsItsBatchOnly() {
    List<List<String>> tried = new ArrayList<>();
    Batches<String, String> batches =
        new Batches<>(
            vertx.getOrCreateContext(),
            LIMIT,
            BatchesTest::letters,
            items -> {
              tried.add(items);
              throw new IllegalStateException("broken");
            });
    assertThatThrownBy(() -> batches.add("a").await(30, TimeUnit.SECONDS))
        .hasMessageContaining("broken");
    assertThatThrownBy(() -> batches.add("b").await(30, TimeUnit.SECONDS))
        .hasMessageContaining("broken");
    assertThat(tried).containsExactly(List.of("a"), List.of("b"));
  }

  @Provide
  Arbitrary<List<String>> items() {
    return Arbitraries.strings()
        .withChars("abcdef")
        .ofMinLength(1)
        .ofMaxLength(2)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 100)
  void everyItemIsWrittenOnceAndThoseThatShareAKeyInTheirOrder(@ForAll("items") List<String> items)
      throws Exception {
    Batches<String, String> batches = batches();
    List<Future<String>> outcomes = new ArrayList<>();
    List<String> numbered = new ArrayList<>();
    for (String item : items) {
      // A number makes each item itself; digits are no keys.
      numbered.add(item + numbered.size());
    }
    Batches<String, String> keyed =
        new Batches<>(
            vertx.getOrCreateContext(),
            LIMIT,
            item -> letters(item.replaceAll("\\d", "")),
            batch -> {
              Promise<List<Future<String>>> outcome = Promise.promise();
              writer.add(new Written(batch, outcome));
              return outcome.future();
            });
    numbered.forEach(item -> outcomes.add(keyed.add(item)));
    List<String> written = new ArrayList<>();
    while (written.size() < numbered.size()) {
      Written batch = next();
      assertThat(batch.items()).hasSizeBetween(1, LIMIT);
      Set<Object> keys = new HashSet<>();
      for (String item : batch.items()) {
        letters(item.replaceAll("\\d", "")).forEach(key -> assertThat(keys.add(key)).isTrue());
      }
      written.addAll(batch.items());
      batch.commit();
    }
    assertThat(written).containsExactlyInAnyOrderElementsOf(numbered);
    for (char key : "abcdef".toCharArray()) {
      assertThat(having(written, key)).isEqualTo(having(numbered, key));
    }
    Future.all(outcomes).await(30, TimeUnit.SECONDS);
  }

  private static List<String> having(List<String> items, char key) {
    return items.stream().filter(item -> item.indexOf(key) >= 0).toList();
  }
}
