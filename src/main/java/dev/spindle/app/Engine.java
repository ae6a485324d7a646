package dev.spindle.app;

import dev.spindle.audio.AudioServices;
import dev.spindle.audio.MusicSequel;
import dev.spindle.audio.lookup.PoliteWeb;
import dev.spindle.desktop.Udisks;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.drive.linux.DriveWatcher;
import dev.spindle.drive.linux.LinuxDrives;
import dev.spindle.library.Librarian;
import dev.spindle.library.RipRegistration;
import dev.spindle.os.linux.LinuxDeviceFacts;
import dev.spindle.os.linux.LinuxPrograms;
import dev.spindle.os.linux.LinuxScsiDevices;
import dev.spindle.os.linux.LinuxStorage;
import dev.spindle.os.linux.LinuxSystemFacts;
import dev.spindle.os.linux.NetlinkEvents;
import dev.spindle.os.net.HttpWeb;
import dev.spindle.probe.ProbeServices;
import dev.spindle.rip.DriveMemory;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEngine;
import dev.spindle.rip.RipServices;
import dev.spindle.run.Concurrency;
import dev.spindle.writeback.DeviceBudgets;

import java.time.InstantSource;
import java.util.function.Consumer;

/** Wires the engine to this machine. */
final class Engine {
    /** MusicBrainz wants to know who asks, and where to complain. */
    private static final String AGENT = "Spindle/" + Version.text() + " ( https://spindle.dev/ )";

    private final Concurrency concurrency;

    /** Of all rips and destination tests: what lies on one device shares its budget. */
    private final DeviceBudgets budgets;

    Engine(Concurrency concurrency) {
        this.concurrency = concurrency;
        this.budgets = new DeviceBudgets(concurrency);
    }

    /** For destination tests. */
    ProbeServices probes() {
        return new ProbeServices(concurrency, new LinuxStorage(), new LinuxSystemFacts(), budgets);
    }

    /** Enters every rip into the user's library. */
    Librarian rips(Home home, Consumer<Rip> onStart) {
        var shelf =
                new RipRegistration.Shelf(
                        home.catalogue(),
                        new LinuxStorage(),
                        InstantSource.system(),
                        ProcessHandle.current().pid());
        return new Librarian(rips(home.lessons()), shelf, concurrency, onStart);
    }

    private RipEngine rips(DriveMemory memory) {
        var storage = new LinuxStorage();
        var facts = new LinuxDeviceFacts();
        var optical = new LinuxDrives(concurrency, storage, new LinuxScsiDevices(), facts);
        var watcher = new DriveWatcher(concurrency, storage, new NetlinkEvents());
        var drives =
                new Drives(
                        optical,
                        new ImageDrives(concurrency, storage, facts::canonicalPath),
                        facts,
                        Udisks.of(System.getenv(), concurrency));
        var audio =
                new AudioServices(
                        concurrency,
                        storage,
                        drives,
                        new LinuxPrograms(),
                        new PoliteWeb(concurrency, new HttpWeb(AGENT)));
        return new RipEngine(
                new RipServices(
                        concurrency,
                        storage,
                        new LinuxSystemFacts(),
                        drives,
                        InstantSource.system(),
                        budgets,
                        memory,
                        storage.capabilities().missing()),
                watcher::version,
                new MusicSequel(audio));
    }
}
