package dev.spindle.rip;

import dev.spindle.disc.DiscDetails;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.Storage;
import dev.spindle.range.ByteRange;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.stream.PauseSwitch;
import dev.spindle.rip.stream.StallReporter;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.timeline.ChartHistory;
import dev.spindle.timeline.ChartWindow;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.ChunkWait;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.StallBook;
import dev.spindle.writeback.AutoPolicy;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Watches a rip: takes a sample ten times a second, books stalls, and keeps the snapshot that the
 * faces pull. The conductor ticks it; roles report to it; everybody may take the snapshot.
 */
final class Observation {
    private static final Duration TICK = Duration.ofMillis(100);

    /** Twice a second is enough for a picture of the whole disc. */
    private static final int TICKS_BETWEEN_PICTURES = 5;

    /** A tick this late means that the whole program stood still. */
    private static final long GAP_NANOS = Duration.ofMillis(500).toNanos();

    private final Concurrency concurrency;
    private final Roles roles;
    private final PauseSwitch pause;
    private final long startNanos;
    private final StallBooking stalls;
    private final ProcessorWait processorWait;
    private final ChartHistory chart = new ChartHistory();
    private final ChartWindow minute = new ChartWindow(ChartWindows.MINUTE_SECONDS);
    private final ChartWindow tenMinutes = new ChartWindow(ChartWindows.TEN_MINUTES_SECONDS);
    private int ticks;
    private final EventQueue events;
    private final ChunkWaits waits;
    private final SampleTaker samples;
    private final OpenStalls openStalls;
    private final SnapshotFacts facts = new SnapshotFacts();
    private long nextTickNanos;
    private final HealthWatch healthWatch;
    private Health health = Health.HEALTHY;
    private String mechanism = "";
    private List<String> limits = List.of();
    private @Nullable Streaming streaming;
    private volatile long readBackBytes;
    private volatile @Nullable DiscDetails disc;
    private volatile @Nullable MusicWishes music;
    private volatile @Nullable SavedRecord savedRecord;
    private volatile RipSnapshot snapshot;

    Observation(
            Concurrency concurrency,
            Storage storage,
            Roles roles,
            RoleThreads threads,
            PauseSwitch pause,
            EventQueue events) {
        this.concurrency = concurrency;
        this.roles = roles;
        this.pause = pause;
        this.events = events;
        this.waits = new ChunkWaits(concurrency);
        this.startNanos = concurrency.nanoTime();
        this.stalls = new StallBooking(concurrency, roles, threads, storage, events, startNanos);
        this.processorWait = threads.processorWait();
        this.samples = new SampleTaker(roles);
        this.healthWatch =
                new HealthWatch(concurrency, roles, new StorageProgress(storage), samples);
        this.openStalls = new OpenStalls(roles, events, startNanos);
        this.nextTickNanos = startNanos;
        this.snapshot =
                facts.snapshot(
                        samples.idle(),
                        samples,
                        List.of(),
                        List.of(),
                        List.of(),
                        ChartWindows.none(),
                        0);
    }

    RipSnapshot snapshot() {
        return snapshot;
    }

    double elapsedSeconds() {
        return (concurrency.nanoTime() - startNanos) / 1e9;
    }

    StallBook stalls() {
        return stalls.book();
    }

    /** Where roles tell of stalls whose side they know. */
    StallReporter stallReporter() {
        return stalls;
    }

    ChartHistory chart() {
        return chart;
    }

    ChunkWaits waits() {
        return waits;
    }

    /** What this machine can't do, a sentence each. */
    void limits(List<String> sentences) {
        limits = sentences;
    }

    void streamingBegins(Streaming begun) {
        streaming = begun;
    }

    /** What {@code auto} has come to here. */
    void policyDecided(AutoPolicy.Decision decision) {
        String policy = decision.policy().name().toLowerCase(Locale.ROOT);
        changed("policy", "auto", policy, decision.evidence());
    }

    /** Nobody writes any more. */
    void streamingEnds() {
        Streaming ended = streaming;
        if (ended != null) {
            ended.pipeline().close();
            ended.ring().letGo();
        }
    }

    void phase(Phase next) {
        if (facts.phase != next) {
            stalls.phase(next);
            changed("phase", facts.phase.name(), next.name(), "");
            facts.phase = next;
            publish();
        }
    }

    /** All that is to come is in the ring: from now on the destination alone is waited for. */
    void drains(Streaming current) {
        stalls.drainBegins(current);
    }

    /** The destination has taken it, or is waited for no more. */
    void drained() {
        stalls.drainEnds(facts.phase);
    }

    /** Safe for all threads. */
    Optional<DiscDetails> disc() {
        return Optional.ofNullable(disc);
    }

    /** Safe for all threads. */
    Optional<MusicWishes> music() {
        return Optional.ofNullable(music);
    }

    /** Safe for all threads. */
    Optional<SavedRecord> savedRecord() {
        return Optional.ofNullable(savedRecord);
    }

    /** Told by the syncer. */
    void saved(SavedRecord saved) {
        savedRecord = saved;
    }

    void music(MusicWishes wishes) {
        music = wishes;
    }

    void disc(DiscDetails details) {
        disc = details;
    }

    void title(String title) {
        facts.title = title;
    }

    void total(long bytes) {
        facts.totalBytes = bytes;
    }

    void destination(FileSystemKind kind, String imagePath) {
        stalls.destination(kind);
        facts.destination = Optional.of(kind);
        facts.file = Optional.of(imagePath);
    }

    /** An image in a folder plays the drive: what is slow there is storage. */
    void readsFromStorage() {
        stalls.readsFromStorage();
    }

    /** What the verdict calls the storage: where a staged image was slow too, it is two of them. */
    String storageName() {
        boolean isTwo =
                stalls().latest().stream()
                        .anyMatch(stall -> stall.cause().equals(StallBook.STAGING_SLOW));
        return isTwo ? "the storage on either side" : destinationName();
    }

    /** What people call where the image goes. */
    String destinationName() {
        return switch (facts.destination
                .map(FileSystemKind::family)
                .orElse(FileSystemKind.Family.LOCAL)) {
            case NFS, NETWORK -> "the network share";
            case LOCAL, MEMORY, FUSE -> "the destination";
        };
    }

    void notice(String text) {
        facts.notice = text;
        publish();
    }

    /** Gives this notice where it holds, or takes it back; leaves any other as it is. */
    void noticeIs(String text, boolean holds) {
        if (holds != facts.notice.equals(text)) {
            notice(holds ? text : "");
        }
    }

    /** Unlike a notice in the snapshot, this is told though another one follows at once. */
    void noticed(String what, String text) {
        events.add(new RipEvent.Noticed(elapsedSeconds(), what, text));
    }

    void verdict(RipVerdict verdict) {
        tick();
        drawMap();
        facts.verdict = Optional.of(verdict);
        phase(Phase.ENDED);
        publish();
    }

    /** When the next sample is due. */
    Deadline nextTick() {
        return Deadline.at(nextTickNanos);
    }

    boolean isTickDue() {
        return concurrency.nanoTime() - nextTickNanos >= 0;
    }

    /** Takes a sample and books what has happened since the last one. */
    void tick() {
        long now = concurrency.nanoTime();
        long lateNanos = now - nextTickNanos;
        String whyNotRunning = processorWait.causeSinceLastLook(lateNanos);
        if (lateNanos >= GAP_NANOS) {
            stalls.book().programGap(lastTickNanos(), now, whyNotRunning);
        } else if (lateNanos >= StallBook.STALL_NANOS) {
            stalls.book().hiccup(lastTickNanos(), now, whyNotRunning);
        }
        nextTickNanos = now + TICK.toNanos();
        stalls.look(now, streaming);
        stalls.bookEnded();
        openStalls.look(now);
        observeHealth();
        observeMechanism();
        observePause();
        if (ticks++ % TICKS_BETWEEN_PICTURES == 0) {
            drawMap();
        }
        publish();
        var sample = snapshot.sample();
        chart.add(sample);
        minute.add(sample);
        tenMinutes.add(sample);
        events.add(new RipEvent.Sampled(sample, facts.destination.map(FileSystemKind::family)));
    }

    /** Where a tick is late the program may have stood still from any moment since on. */
    private long lastTickNanos() {
        return Math.max(startNanos, nextTickNanos - TICK.toNanos());
    }

    /** How far the file was read back; told by the syncer. */
    void readBack(long bytes) {
        readBackBytes = bytes;
    }

    long readBackBytes() {
        return readBackBytes;
    }

    void chunkConfirmed(ByteRange chunk, long waitNanos) {
        double waitSeconds = waitNanos / 1e9;
        var wait =
                new ChunkWait(
                        elapsedSeconds(), chunk.startBytes(), chunk.lengthBytes(), waitSeconds);
        waits.add(wait.seconds(), waitSeconds);
        events.add(new RipEvent.ChunkConfirmed(wait));
    }

    /** Books also what still goes on: the verdict is about to be made. */
    void bookAll() {
        stalls.bookAll();
    }

    private void observeHealth() {
        var state = healthWatch.look(streaming, readBackBytes);
        if (state.health() != health) {
            changed("health", health.name(), state.health().name(), state.why());
            health = state.health();
            facts.healthSinceSeconds = (state.sinceNanos() - startNanos) / 1e9;
        }
        facts.healthReason = withLimits(state.why());
        facts.standstill = healthWatch.standstill();
    }

    /** A fallback in mid-file is news. */
    private void observeMechanism() {
        var status = streaming == null ? null : streaming.pipeline().status();
        if (status != null && !status.mechanism().equals(mechanism)) {
            changed("mechanism", mechanism, status.mechanism(), status.reason());
            mechanism = status.mechanism();
        }
    }

    private void drawMap() {
        if (streaming != null) {
            facts.map = streaming.maps().picture();
        }
    }

    private void observePause() {
        boolean isPaused = pause.isPaused();
        if (isPaused != facts.paused) {
            changed("pause", word(facts.paused), word(isPaused), "");
            facts.paused = isPaused;
        }
    }

    private static String word(boolean isPaused) {
        return isPaused ? "PAUSED" : "RUNNING";
    }

    private void changed(String what, String from, String to, String why) {
        events.add(new RipEvent.StateChanged(elapsedSeconds(), what, from, to, why));
    }

    /** In good health, what limits the machine is all there is to tell. */
    private String withLimits(String why) {
        if (health != Health.HEALTHY || limits.isEmpty()) {
            return why;
        }
        return String.join("; ", limits);
    }

    private ChartWindows closeUps() {
        return new ChartWindows(
                minute.points(), tenMinutes.points(), waits.lastMinute(), waits.lastTenMinutes());
    }

    private void publish() {
        var sample = samples.take(elapsedSeconds(), streaming, health);
        facts.countFrom(streaming);
        snapshot =
                facts.snapshot(
                        sample,
                        samples,
                        chart.points(),
                        waits.points(),
                        stalls.book().latest(),
                        closeUps(),
                        roles.stuckCalls() + healthWatch.stuckCalls());
    }
}
