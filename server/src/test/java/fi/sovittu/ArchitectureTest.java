package fi.sovittu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

/** The rules that the packages keep. There is no exception to any of them but those told here. */
@AnalyzeClasses(packages = "fi.sovittu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /**
   * app → {post → letters → records, privacy, day} → {poll, goal, people, teams} → attendance →
   * agenda → meeting → identity → live → {http, db} → base; and app → signin → identity.
   */
  @ArchTest
  static final ArchRule arrowsGoOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("fi.sovittu..")
          .layer("app")
          .definedBy("..app..")
          .layer("day")
          .definedBy("..day..")
          .layer("letters")
          .definedBy("..letters..")
          .layer("post")
          .definedBy("..post..")
          .layer("privacy")
          .definedBy("..privacy..")
          .layer("signin")
          .definedBy("..signin..")
          .layer("records")
          .definedBy("..records..")
          .layer("poll")
          .definedBy("..poll..")
          .layer("goal")
          .definedBy("..goal..")
          .layer("people")
          .definedBy("..people..")
          .optionalLayer("teams")
          .definedBy("..teams..")
          .layer("attendance")
          .definedBy("..attendance..")
          .layer("agenda")
          .definedBy("..agenda..")
          .layer("meeting")
          .definedBy("..meeting..")
          .layer("identity")
          .definedBy("..identity..")
          .layer("live")
          .definedBy("..live..")
          .layer("http")
          .definedBy("..http..")
          .layer("db")
          .definedBy("..db..")
          .layer("base")
          .definedBy("..base..")
          .layer("simulator")
          .definedBy("..simulator..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("day")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("post")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("letters")
          .mayOnlyBeAccessedByLayers("post", "app")
          .whereLayer("privacy")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("signin")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("records")
          .mayOnlyBeAccessedByLayers("letters", "app")
          .whereLayer("poll")
          .mayOnlyBeAccessedByLayers("privacy", "records", "day", "app")
          .whereLayer("goal")
          .mayOnlyBeAccessedByLayers("records", "day", "app")
          .whereLayer("people")
          .mayOnlyBeAccessedByLayers("records", "day", "app")
          .whereLayer("teams")
          .mayOnlyBeAccessedByLayers("records", "app")
          .whereLayer("attendance")
          .mayOnlyBeAccessedByLayers("people", "teams", "poll", "goal", "records", "day", "app")
          .whereLayer("agenda")
          .mayOnlyBeAccessedByLayers(
              "poll", "goal", "people", "teams", "attendance", "records", "day", "app")
          .whereLayer("meeting")
          .mayOnlyBeAccessedByLayers(
              "agenda",
              "poll",
              "goal",
              "people",
              "teams",
              "attendance",
              "post",
              "letters",
              "privacy",
              "records",
              "day",
              "app")
          .whereLayer("identity")
          .mayOnlyBeAccessedByLayers(
              "meeting",
              "agenda",
              "poll",
              "goal",
              "people",
              "teams",
              "attendance",
              "post",
              "letters",
              "privacy",
              "signin",
              "records",
              "day",
              "app")
          .whereLayer("live")
          .mayOnlyBeAccessedByLayers(
              "identity",
              "meeting",
              "agenda",
              "poll",
              "goal",
              "people",
              "teams",
              "attendance",
              "post",
              "privacy",
              "records",
              "day",
              "app")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers(
              "live",
              "identity",
              "meeting",
              "agenda",
              "poll",
              "goal",
              "people",
              "teams",
              "attendance",
              "post",
              "letters",
              "privacy",
              "signin",
              "records",
              "day",
              "app")
          .whereLayer("db")
          .mayOnlyBeAccessedByLayers(
              "live",
              "identity",
              "meeting",
              "agenda",
              "poll",
              "goal",
              "people",
              "teams",
              "attendance",
              "post",
              "letters",
              "privacy",
              "signin",
              "records",
              "day",
              "app")
          .whereLayer("base")
          .mayOnlyBeAccessedByLayers(
              "db",
              "http",
              "live",
              "identity",
              "meeting",
              "agenda",
              "poll",
              "goal",
              "people",
              "teams",
              "attendance",
              "post",
              "letters",
              "privacy",
              "signin",
              "records",
              "simulator",
              "day",
              "app")
          .whereLayer("simulator")
          .mayOnlyBeAccessedByLayers("app");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("fi.sovittu.(*)..").should().beFreeOfCycles();

  /** It is ordinary client code: what it can do, anyone can do over the public API. */
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
                          type ->
                              !type.getPackageName().startsWith("fi.sovittu.simulator")
                                  && !type.getPackageName().startsWith("fi.sovittu.base"))));

  @ArchTest
  static final ArchRule basesLeanOnNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("..base..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("fi.sovittu..")
                  .and(
                      describe(
                          "are not of base",
                          type -> !type.getPackageName().startsWith("fi.sovittu.base"))));

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

  @ArchTest
  static final ArchRule sectionsAreMadeByFeatures =
      classes()
          .that()
          .implement(fi.sovittu.live.Section.class)
          .should()
          .resideInAnyPackage(
              "..meeting..", "..agenda..", "..attendance..", "..people..", "..poll..");
}
