package dev.spindle.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Holds the arrows between the packages and the bans that go with them. */
@ArchTag("unit")
@AnalyzeClasses(packages = "dev.spindle", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each package may use those that stand before it in the way of a byte, and no others. */
    @ArchTest
    static final ArchRule arrows =
            Architectures.layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("range")
                    .definedBy("dev.spindle.range..")
                    .layer("run")
                    .definedBy("dev.spindle.run..")
                    .layer("os")
                    .definedBy("dev.spindle.os..")
                    .layer("drive")
                    .definedBy("dev.spindle.drive..")
                    .layer("disc")
                    .definedBy("dev.spindle.disc..")
                    .layer("rescue")
                    .definedBy("dev.spindle.rescue..")
                    .layer("writeback")
                    .definedBy("dev.spindle.writeback..")
                    .layer("timeline")
                    .definedBy("dev.spindle.timeline..")
                    .layer("rip")
                    .definedBy("dev.spindle.rip..")
                    .layer("audio")
                    .definedBy("dev.spindle.audio..")
                    .layer("probe")
                    .definedBy("dev.spindle.probe..")
                    .layer("library")
                    .definedBy("dev.spindle.library..")
                    .layer("desktop")
                    .definedBy("dev.spindle.desktop..")
                    .layer("cli")
                    .definedBy("dev.spindle.cli..")
                    .layer("ui")
                    .definedBy("dev.spindle.ui..")
                    .layer("app")
                    .definedBy("dev.spindle.app..")
                    .whereLayer("range")
                    .mayNotAccessAnyLayer()
                    .whereLayer("run")
                    .mayNotAccessAnyLayer()
                    .whereLayer("os")
                    .mayOnlyAccessLayers("range")
                    .whereLayer("drive")
                    .mayOnlyAccessLayers("os", "run", "range")
                    .whereLayer("disc")
                    .mayOnlyAccessLayers("range", "drive")
                    .whereLayer("rescue")
                    .mayOnlyAccessLayers("range", "drive")
                    .whereLayer("writeback")
                    .mayOnlyAccessLayers("os", "run", "range")
                    .whereLayer("timeline")
                    .mayOnlyAccessLayers("run", "range")
                    .whereLayer("probe")
                    .mayOnlyAccessLayers("os", "run", "range", "writeback", "timeline")
                    .whereLayer("audio")
                    .mayOnlyBeAccessedByLayers("library", "cli", "ui", "app")
                    .whereLayer("library")
                    .mayOnlyBeAccessedByLayers("cli", "ui", "app")
                    .whereLayer("desktop")
                    .mayOnlyAccessLayers("run")
                    .whereLayer("cli")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("ui")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("app")
                    .mayNotBeAccessedByAnyLayer()
                    .ignoreDependency(
                            DescribedPredicate.describe(
                                    "app", c -> c.getPackageName().equals("dev.spindle.app")),
                            DescribedPredicate.alwaysTrue());

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.spindle.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesInDisc =
            slices().matching("dev.spindle.disc.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfDiscDoNotKnowTheWhole =
            noClasses()
                    .that()
                    .resideInAPackage("dev.spindle.disc.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.spindle.disc");

    @ArchTest
    static final ArchRule jnaOnlyInOsLinux =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.spindle.os.linux..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.sun.jna..");

    @ArchTest
    static final ArchRule javafxOnlyInUi =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.spindle.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx..");

    @ArchTest
    static final ArchRule neitherAwtNorSwing =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule standardStreamsOnlyInCliAndMain =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.spindle.cli..", "dev.spindle.app..")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static final ArchRule threadsAndLocksOnlyInRun =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.spindle.run..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.util\\.concurrent\\.(locks\\..*|.*Queue|.*Deque|.*Executor.*|ForkJoin.*"
                                + "|CountDownLatch|Semaphore|CyclicBarrier|Phaser|Exchanger"
                                + "|CompletableFuture|FutureTask|Thread.*)|java\\.util\\.Timer.*")
                    .orShould()
                    .callConstructor(Thread.class, Runnable.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Object.class, "wait")
                    .orShould()
                    .callMethod(Object.class, "wait", long.class)
                    .because(
                            "a blocked thread that the concurrency port does not know can't be"
                                    + " simulated");

    @ArchTest
    static final ArchRule nobodyInterrupts =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.spindle.run..")
                    .should()
                    .callMethod(Thread.class, "interrupt")
                    .because("an interrupt closes the file that the thread is in");

    @ArchTest
    static final ArchRule noFilesInUi =
            noClasses()
                    .that()
                    .resideInAPackage("dev.spindle.ui..")
                    .and()
                    .doNotHaveSimpleName("SystemChooser")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.io\\.File|java\\.nio\\.file\\.Files")
                    .because("a hung share must not freeze the window");

    @ArchTest
    static final ArchRule batonOnlyInTests =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.spindle.run.baton..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.spindle.run.baton..");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .that()
                    .resideInAPackage("dev.spindle..")
                    .should(NullMarkedPackage.condition());
}
