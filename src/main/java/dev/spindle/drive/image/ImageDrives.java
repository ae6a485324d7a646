package dev.spindle.drive.image;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveAddress;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.SectorSource;
import dev.spindle.drive.demo.DemoDisc;
import dev.spindle.drive.linux.DiskSequence;
import dev.spindle.drive.script.Script;
import dev.spindle.drive.script.Statement;
import dev.spindle.os.Storage;
import dev.spindle.run.Concurrency;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Opens image files, block devices and the demo disc as drives.
 *
 * <p>Opening makes calls that may block for as long as the kernel pleases.
 */
public final class ImageDrives {
    private final Concurrency concurrency;
    private final Storage storage;
    private final UnaryOperator<String> canonicalPath;
    private final Openings openings;

    /** Of a system where no device has a second name. */
    public ImageDrives(Concurrency concurrency, Storage storage) {
        this(concurrency, storage, path -> path);
    }

    /**
     * @param canonicalPath follows links to a device
     */
    public ImageDrives(
            Concurrency concurrency, Storage storage, UnaryOperator<String> canonicalPath) {
        this.concurrency = concurrency;
        this.storage = storage;
        this.canonicalPath = canonicalPath;
        this.openings = new Openings(storage);
    }

    /**
     * Opens a drive.
     *
     * @param text what the user named, options included; see {@link DriveAddress}
     * @throws IOException with one sentence for the user
     */
    public Drive open(String text) throws IOException {
        try {
            return open(DriveAddress.parse(text, name -> openings.exists(absolute(name))));
        } catch (InvalidPathException problem) {
            throw new IOException(
                    "'" + text + "' is no file name; name a file or a drive", problem);
        } catch (IllegalArgumentException problem) {
            throw new IOException(problem.getMessage(), problem);
        }
    }

    private Drive open(DriveAddress address) throws IOException {
        Script script = script(address);
        SectorSource disc = disc(address);
        var info = info(address, disc);
        if (script.statements().isEmpty()) {
            return disc instanceof FileSource file && file.isDevice()
                    ? device(info, file)
                    : new ImageDrive(info, disc);
        }
        try {
            return new ScriptedDrive(concurrency, info, script, disc, otherDiscs(address, script));
        } catch (IOException | RuntimeException problem) {
            disc.close();
            throw problem;
        }
    }

    private Drive device(DriveInfo info, FileSource source) {
        String path = absolute(info.address());
        var sequence = new DiskSequence(storage, canonicalPath.apply(path));
        return new BlockDrive(info, source, sequence, () -> openings.deviceSizeBytes(path));
    }

    private SectorSource disc(DriveAddress address) throws IOException {
        if (address.isDemo()) {
            return new DemoDisc();
        }
        String path = absolute(address.location());
        return address.isCueSheet()
                ? cueSheet(address.location(), path)
                : image(address.location(), path);
    }

    private SectorSource image(String name, String path) throws IOException {
        FileSource source = openings.source(name, path);
        try {
            return source.isDevice() ? source : RawSource.sniffed(source);
        } catch (IOException unreadable) {
            // The rip tells of it, with the sector and what became of it.
            return source;
        }
    }

    /** The files of sectors that a cue sheet tells of; they lie beside the sheet. */
    private SectorSource cueSheet(String name, String path) throws IOException {
        CueSheet cue;
        try {
            cue = CueParser.parse(new TextFiles(openings).read(name, path, "cue sheet"));
        } catch (CueException problem) {
            throw new IOException(name + ", " + problem.getMessage(), problem);
        }
        var files = new ArrayList<SectorSource>();
        try {
            for (String file : cue.files()) {
                checkWhole(files, cue);
                String sectors = beside(path, file);
                String called = file + ", the file of " + name + ",";
                files.add(openings.source(called, sectors));
            }
            return RawSource.of(files, cue);
        } catch (IOException | RuntimeException problem) {
            files.forEach(SectorSource::close);
            throw problem;
        }
    }

    /** Else all that follows would lie beside its sectors. */
    private static void checkWhole(List<SectorSource> files, CueSheet cue) throws IOException {
        if (!files.isEmpty() && files.getLast().lengthBytes() % cue.sectorBytes() != 0) {
            throw new IOException(
                    cue.files().get(files.size() - 1)
                            + " does not hold whole sectors of "
                            + cue.sectorBytes()
                            + " bytes");
        }
    }

    /**
     * The demo disc's own script counts unless another one is named; a named speed always counts.
     */
    private Script script(DriveAddress address) throws IOException {
        Script script = address.isDemo() ? DemoDisc.script() : Script.empty();
        if (address.script().isPresent()) {
            String name = address.script().get();
            script = new ScriptFiles(openings).read(name, absolute(name));
        }
        return address.speedBytesPerSecond().isPresent()
                ? script.withSpeed(address.speedBytesPerSecond().getAsLong())
                : script;
    }

    /** Opens them now, so that a wrong name is told at once; they lie beside the script. */
    private Map<String, SectorSource> otherDiscs(DriveAddress address, Script script)
            throws IOException {
        var discs = new HashMap<String, SectorSource>();
        try {
            for (var change : script.all(Statement.Change.class)) {
                String name = change.file();
                if (!discs.containsKey(name)) {
                    String path = beside(absolute(address.script().orElse("")), name);
                    discs.put(name, otherDisc(name, path));
                }
            }
            return discs;
        } catch (IOException | RuntimeException problem) {
            discs.values().forEach(SectorSource::close);
            throw problem;
        }
    }

    private SectorSource otherDisc(String name, String path) throws IOException {
        return name.endsWith(".cue") ? cueSheet(name, path) : image("the other disc " + name, path);
    }

    private static DriveInfo info(DriveAddress address, SectorSource disc) {
        if (address.isDemo()) {
            return new DriveInfo(DriveAddress.DEMO, "", "Spindle demo disc", "", "", true);
        }
        boolean isDevice = disc instanceof FileSource file && file.isDevice();
        String location = address.location().replaceAll("/+$", "");
        String name = location.substring(location.lastIndexOf('/') + 1);
        String model = name.isEmpty() ? address.location() : name;
        return new DriveInfo(address.location(), "", model, "", "", !isDevice);
    }

    /** A name in the folder of a file, or an absolute one. */
    private static String beside(String path, String name) {
        return name.startsWith("/") ? name : path.substring(0, path.lastIndexOf('/') + 1) + name;
    }

    /** No Path where it can be done without: it takes only names that the locale can write. */
    private static String absolute(String name) {
        return name.startsWith("/") ? name : Path.of(name).toAbsolutePath().toString();
    }
}
