package org.neurarium.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/// The shape of the whole house, each rule with its reason.
@AnalyzeClasses(packages = "org.neurarium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String CIRCUITS = "org.neurarium.circuits..";
  private static final String ENGINE = "org.neurarium.engine..";
  private static final String VISUALIZATION = "org.neurarium.visualization..";
  private static final String APP = "org.neurarium.app..";

  @ArchTest
  static void everyModuleIsLookedAt(JavaClasses all) {
    // A rule about classes that were not found always holds.
    Set<String> modules =
        all.stream().map(c -> c.getPackageName().split("\\.", 4)[2]).collect(Collectors.toSet());
    assertTrue(
        modules.containsAll(List.of("circuits", "engine", "visualization", "app")),
        "found only " + modules);
    assertTrue(all.size() > 60, "found only " + all.size() + " classes");
  }

  @ArchTest
  static final ArchRule dependenciesPointDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("circuits")
          .definedBy(CIRCUITS)
          .layer("engine")
          .definedBy(ENGINE)
          .layer("visualization")
          .definedBy(VISUALIZATION)
          .layer("app")
          .definedBy(APP)
          .whereLayer("circuits")
          .mayNotAccessAnyLayer()
          .whereLayer("engine")
          .mayOnlyAccessLayers("circuits")
          .whereLayer("visualization")
          .mayOnlyAccessLayers("engine", "circuits")
          .whereLayer("app")
          .mayOnlyAccessLayers("visualization", "engine", "circuits")
          .because(
              "a circuit has to make sense without an engine, and an engine without a window:"
                  + " tests, servers and gradebooks have none");

  @ArchTest
  static final ArchRule nothingBelowKnowsWindows =
      noClasses()
          .that()
          .resideInAnyPackage(CIRCUITS, ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..", "java.awt..", "javax.swing..", "org.controlsfx..", "org.jfree..")
          .because("the engine runs where there is no screen, and its data outlives any toolkit");

  @ArchTest static final ArchRule circuitsHaveNoCycles = noCyclesIn("circuits");

  @ArchTest static final ArchRule engineHasNoCycles = noCyclesIn("engine");

  @ArchTest static final ArchRule visualizationHasNoCycles = noCyclesIn("visualization");

  @ArchTest static final ArchRule appHasNoCycles = noCyclesIn("app");

  @ArchTest
  static final ArchRule nullIsSaidEverywhere =
      classes()
          .should(resideInANullMarkedPackage())
          .because(
              "NullAway looks only at packages marked @NullMarked: one forgotten is unchecked");

  @ArchTest
  static final ArchRule nothingIsSharedBehindTheBack =
      fields()
          .that()
          .areStatic()
          .and(describe("are written by people", f -> !f.getModifiers().contains(SYNTHETIC)))
          .should()
          .beFinal()
          .andShould(notHoldWhatChanges())
          .because(
              "two laboratories, or two tests, in one virtual machine must not know of each other");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.neurarium.app.cli..", "org.neurarium.app.start..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("standard output is the command line's answer, and scripts read it");

  @ArchTest
  static final ArchRule nobodyLogsThroughJavaUtilLogging =
      noClasses()
          .should(USE_JAVA_UTIL_LOGGING)
          .because("it writes to the error stream; System.Logger leaves the choice to the user");

  @ArchTest
  static final ArchRule exceptionsSayWhatWentWrong =
      noClasses()
          .should(THROW_GENERIC_EXCEPTIONS)
          .because("nobody can catch a RuntimeException and know what to do");

  @ArchTest
  static final ArchRule threadsAreMadeInTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage(ENGINE)
          .and()
          .doNotHaveFullyQualifiedName(FxBridge.class.getName())
          .and()
          // Plots are painted on two named threads of their own, so that neither engine nor window
          // waits for them.
          .doNotHaveFullyQualifiedName("org.neurarium.visualization.live.PlotStage")
          .and()
          // The virtual machine takes what it does at Ctrl-C as a thread, never started by us.
          .doNotHaveFullyQualifiedName("org.neurarium.app.cli.Interruption")
          .should(reach(Thread.class, "<init>", "ofPlatform", "ofVirtual", "startVirtualThread"))
          .orShould(
              reach(
                  java.util.concurrent.Executors.class,
                  "newCachedThreadPool",
                  "newFixedThreadPool",
                  "newScheduledThreadPool",
                  "newSingleThreadExecutor",
                  "newSingleThreadScheduledExecutor",
                  "newThreadPerTaskExecutor",
                  "newVirtualThreadPerTaskExecutor",
                  "newWorkStealingPool"))
          .because(
              "threads have names and roles; background work of the window goes through FxBridge");

  @ArchTest
  static final ArchRule oneClassCrossesToTheFxThread =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(FxBridge.class.getName())
          .should(reach(javafx.application.Platform.class, "runLater"))
          .because("one crossing can be counted, throttled and tested; a hundred cannot");

  private static ArchRule noCyclesIn(String module) {
    return slices()
        .matching("org.neurarium." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .because("packages in a cycle are one package with several names");
  }

  private static ArchCondition<JavaClass> reach(Class<?> owner, String... members) {
    var names = Set.of(members);
    return accessTargetWhere(
        describe(
            "target is " + owner.getSimpleName() + "." + names,
            access ->
                access.getTargetOwner().isEquivalentTo(owner) && names.contains(access.getName())));
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package marked @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean marked =
            item.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        events.add(
            new SimpleConditionEvent(
                item, marked, item.getPackageName() + " has no package-info with @NullMarked"));
      }
    };
  }

  private static ArchCondition<JavaField> notHoldWhatChanges() {
    var changing =
        List.of(
            java.util.AbstractCollection.class,
            java.util.AbstractMap.class,
            java.util.concurrent.atomic.AtomicBoolean.class,
            java.util.concurrent.atomic.AtomicReference.class,
            Number.class,
            ThreadLocal.class,
            StringBuilder.class,
            java.util.Random.class,
            java.util.concurrent.ExecutorService.class,
            javafx.beans.Observable.class,
            javafx.scene.Node.class);
    return new ArchCondition<>("not hold something that changes") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        var type = field.getRawType();
        boolean boxed =
            type.isAssignableTo(Number.class) && type.getPackageName().equals("java.lang");
        boolean holds = !boxed && changing.stream().anyMatch(type::isAssignableTo);
        events.add(
            new SimpleConditionEvent(
                field, !holds, field.getFullName() + " holds a " + type.getSimpleName()));
      }
    };
  }
}
