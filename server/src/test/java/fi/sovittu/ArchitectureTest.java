package fi.sovittu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import fi.sovittu.db.Audit;
import fi.sovittu.live.Section;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules that the packages keep. There is no exception to any of them but those told here. */
@AnalyzeClasses(packages = "fi.sovittu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule arrowsOnlyGoDown =
      classes()
          .should(
              new ArchCondition<>("know only rooms below their own in the House") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  String own = type.getPackageName();
                  Integer floor = House.floor(own);
                  if (floor == null) {
                    events.add(violated(type, own + " has no place in the House"));
                    return;
                  }
                  for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                    String known = arrow.getTargetClass().getPackageName();
                    Integer other = House.floor(known);
                    if (other != null && other >= floor && !known.equals(own)) {
                      events.add(violated(type, arrow.getDescription()));
                    }
                  }
                }
              });

  /** So that the picture does not show what is gone. */
  @ArchTest
  static void everyRoomIsLivedIn(JavaClasses classes) {
    Set<String> lived = new HashSet<>();
    classes.forEach(type -> lived.add(type.getPackageName()));
    assertThat(lived).containsAll(House.all().keySet());
  }

  /**
   * It is ordinary client code: what it can do, anyone can do over the public API. Its module has
   * nothing of the server on its class path either.
   */
  @ArchTest
  static final ArchRule theSimulatorHasNoBackDoor =
      noClasses()
          .that()
          .resideInAPackage("..simulator..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("fi.sovittu..")
                  .and(
                      describe(
                          "are of the server",
                          type -> !type.getPackageName().startsWith("fi.sovittu.simulator"))));

  /**
   * Who reads calls and shapes replies hands a connection on, and knows nothing that could run a
   * statement with it. What is done, and written to the log, is the feature's.
   */
  @ArchTest
  static final ArchRule httpClassesHoldNoSql =
      noClasses()
          .that()
          .haveNameMatching(".*Api(\\$.*)?")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.vertx.sqlclient..")
                  .and(
                      describe(
                          "are more than a connection",
                          type -> !type.isEquivalentTo(SqlConnection.class)))
                  .or(equivalentTo(Audit.class)))
          .orShould()
          .callMethodWhere(target(owner(resideInAPackage("io.vertx.sqlclient.."))));

  @ArchTest
  static final ArchRule poolsAreMadeInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackages("..db..", "..app..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Pool.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(PgBuilder.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(PoolOptions.class);

  @ArchTest
  static final ArchRule onlyLivePublishes =
      noClasses()
          .that()
          .resideOutsideOfPackage("..live..")
          .should()
          .callMethod(Vertx.class, "eventBus")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(EventBus.class);

  @ArchTest
  static final ArchRule onlyTheStartReadsTheEnvironment =
      noClasses()
          .that()
          .resideOutsideOfPackage("..app..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class, String.class);

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Bean|Dto|Mapper)(\\$.*)?");

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          // The compiler's own, such as the table of a switch over an enum.
          .orShould(
              com.tngtech.archunit.lang.conditions.ArchConditions.have(
                  describe(
                      "been made by the compiler",
                      (JavaField field) -> field.getModifiers().contains(JavaModifier.SYNTHETIC))));

  /** What a section shows is known by a feature, and those lie above who is asking. */
  @ArchTest
  static final ArchRule sectionsAreMadeByFeatures =
      classes()
          .that()
          .implement(Section.class)
          .should(
              be(
                  describe(
                      "above identity",
                      (JavaClass type) ->
                          floor(type) > requireNonNull(House.floor("fi.sovittu.identity")))));

  /** What Vert.x may change without a word is known by one small class for each use. */
  @ArchTest
  static final ArchRule internalsOfVertxStayBehindFences =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("fi.sovittu.db.Wire")
          .and()
          .doNotHaveFullyQualifiedName("fi.sovittu.live.OffHeap")
          .and()
          .doNotHaveFullyQualifiedName("fi.sovittu.simulator.Cut")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.vertx..internal..").or(resideInAPackage("io.vertx..impl..")));

  /** Whoever reads a name knows which type it is; the simulator is another program. */
  @ArchTest
  static void publicTypesHaveNamesOfTheirOwn(JavaClasses classes) {
    Map<String, Set<String>> named = new TreeMap<>();
    classes.stream()
        .filter(ArchitectureTest::isPublic)
        .filter(type -> !type.getPackageName().startsWith("fi.sovittu.simulator"))
        .forEach(type ->
            named
                .computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                .add(type.getName()));
    named.values().removeIf(types -> types.size() == 1);
    assertThat(named).isEmpty();
  }

  private static boolean isPublic(JavaClass type) {
    return !type.isAnonymousClass()
        && !type.getSimpleName().equals("package-info")
        && type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }

  private static int floor(JavaClass type) {
    return requireNonNull(House.floor(type.getPackageName()));
  }
}
