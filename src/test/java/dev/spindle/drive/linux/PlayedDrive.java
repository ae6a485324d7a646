package dev.spindle.drive.linux;

import dev.spindle.drive.Sense;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiDevice;
import dev.spindle.os.scsi.ScsiDevices;
import dev.spindle.os.scsi.ScsiReply;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An optical drive that answers with the bytes that real ones answer with. What a test wants
 * otherwise it sets in the fields; moments are counted in reads.
 */
public final class PlayedDrive implements ScsiDevices {
    /** Changes the drive when its turn has come. */
    public interface Hand {
        void change(PlayedDrive drive);
    }

    /** How the way to the drive fails: the host status, once for each entry. */
    public final Deque<Integer> hostFailures = new ArrayDeque<>();

    /** What stands between the next commands and their answers: unit attentions, spinning up. */
    public final Deque<Sense> senses = new ArrayDeque<>();

    /** Sees a read of so many sectors. */
    public interface ReadHand {
        void before(long lba, int sectors);
    }

    /** Sectors that fail, and how. */
    public final Map<Long, Sense> bad = new HashMap<>();

    /** What START STOP UNIT was sent with: loading and starting. */
    public final List<Integer> startStops = new ArrayList<>();

    /** What happens before each read of sectors. */
    public ReadHand onRead = (_, _) -> {};

    /** What happens when the disc is let stand still. */
    public Runnable onRest = () -> {};

    /** Opcodes that the drive does not know. */
    public final Set<Integer> unknown = new HashSet<>();

    /** What happens before the read of this number. */
    public final Map<Integer, Hand> hands = new HashMap<>();

    /** The commands that came, their opcodes. */
    public final List<Integer> opcodes = new ArrayList<>();

    /** How they were opened. */
    public final List<Use> uses = new ArrayList<>();

    /** Where it can be found. */
    public String path = "/dev/sr0";

    /** What is in it; null for no disc. */
    public byte @Nullable [] disc;

    public int profile = 0x10;

    /** What GET EVENT STATUS NOTIFICATION tells next of the disc: 2 a new one, 3 taken out. */
    public int mediaEvent;

    public boolean trayOpen;
    public boolean trayStuck;
    public boolean locked;
    public boolean unplugged;
    public int openDevices;
    public int reads;
    public long shortReadLba = -1;
    public int mostBytes = Integer.MAX_VALUE;
    public int protectionSystem;

    /** The reply to READ DISC STRUCTURE, format 00h; empty where the drive has none. */
    public byte[] dvdFormat = new byte[0];

    public boolean writable = true;

    /** What the kernel finds when somebody opens the device beside others. */
    public Runnable onLook = () -> {};

    final PlayedMusic music = new PlayedMusic();

    public byte[] toc = new byte[0];

    /** The full TOC, format 2. */
    public byte[] fullToc = new byte[0];

    /** What READ CD gives, in sectors of 2352 bytes; empty for a drive that does not know it. */
    public byte[] raw = new byte[0];

    /**
     * Sectors of music that it could not correct, where it tells; empty for a drive that does not.
     */
    Optional<Set<Long>> uncorrected = Optional.empty();

    /** Whether it says that it tells, whatever it then does. */
    boolean claimsC2;

    /** Whether it then brings sectors without them. */
    boolean ignoresC2;

    /** What READ CD gives beyond the disc, for every sector; empty where it refuses. */
    public byte[] beyond = new byte[0];

    /** Where READ CD meets neither data nor audio. */
    public int gapLba;

    public int gapEndLba;
    public byte[] lastStream = new byte[0];

    /** All speeds that were asked for by SET STREAMING. */
    public final List<byte[]> streams = new ArrayList<>();

    public byte[] lastCdb = new byte[0];
    public int kernelSpeed = -1;
    public Errno openFailure = Errno.OTHER;
    public Errno commandFailure = Errno.OTHER;

    public PlayedDrive(byte[] disc) {
        this.disc = disc;
    }

    @Override
    public ScsiDevice open(String node, Use use) throws OsException {
        uses.add(use);
        if (unplugged || !node.equals(path)) {
            throw new OsException(Errno.ENOENT, "open", node);
        }
        if (openFailure != Errno.OTHER && (openFailure != Errno.EBUSY || use != Use.LOOK)) {
            throw new OsException(openFailure, "open", node);
        }
        if (use == Use.LOOK) {
            onLook.run();
        }
        openDevices++;
        return new Opened(node, use);
    }

    public void changeDisc(byte[] other) {
        disc = other;
        senses.add(Sense.MEDIUM_MAY_HAVE_CHANGED);
    }

    /** An open device; one that was pulled out stays dead when the drive is back. */
    private final class Opened implements ScsiDevice {
        private final String node;
        private final Use use;
        private boolean dead;
        private boolean closed;

        Opened(String node, Use use) {
            this.node = node;
            this.use = use;
        }

        @Override
        public String path() {
            return node;
        }

        @Override
        public boolean isWritable() {
            return writable && use == Use.EXCLUSIVE;
        }

        @Override
        public ScsiReply execute(ScsiCommand command, ByteBuffer data) throws OsException {
            dead |= unplugged;
            if (closed || dead) {
                throw new OsException(Errno.ENODEV, "SG_IO", node);
            }
            if (commandFailure != Errno.OTHER) {
                throw new OsException(commandFailure, "SG_IO", node);
            }
            byte[] cdb = command.cdb();
            opcodes.add(command.opcode());
            lastCdb = cdb;
            if (data.remaining() > mostBytes) {
                throw new OsException(Errno.EIO, "SG_IO", node);
            }
            if (isRead(command.opcode())) {
                Hand hand = hands.remove(++reads);
                if (hand != null) {
                    hand.change(PlayedDrive.this);
                    dead |= unplugged;
                    if (dead) {
                        throw new OsException(Errno.ENODEV, "SG_IO", node);
                    }
                }
            }
            return answer(cdb, data);
        }

        @Override
        public void selectSpeed(int units) {
            kernelSpeed = units;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                openDevices--;
            }
        }
    }

    private static boolean isRead(int opcode) {
        return opcode == 0x28 || opcode == 0xA8 || opcode == 0xBE;
    }

    private ScsiReply answer(byte[] cdb, ByteBuffer data) {
        int opcode = cdb[0] & 0xFF;
        Integer failure = isRead(opcode) ? hostFailures.poll() : null;
        if (failure != null) {
            return new ScsiReply(failure, 0, 0, new byte[0], 0, 7_000);
        }
        if (unknown.contains(opcode)) {
            return check(new Sense(5, 0x20, 0));
        }
        return switch (opcode) {
            case 0x12 -> good(data, inquiry());
            case 0x1B -> startStop(cdb);
            case 0x1E -> {
                locked = (cdb[4] & 1) == 1;
                yield good(data, new byte[0]);
            }
            case 0xB6 -> {
                lastStream = new byte[data.remaining()];
                data.get(data.position(), lastStream);
                streams.add(lastStream);
                yield new ScsiReply(0, 0, 0, new byte[0], lastStream.length, 1);
            }
            case 0x4A -> {
                byte event = (byte) mediaEvent;
                mediaEvent = 0;
                yield good(data, new byte[] {0, 6, 4, 0x10, event, 2, 0, 0});
            }
            case 0xBB -> good(data, new byte[0]);
            case 0x5A -> {
                byte[] page = capabilities();
                page[13] |= (byte) (claimsC2 || uncorrected.isPresent() ? 0x10 : 0);
                yield good(data, page);
            }
            default -> needsDisc(opcode, cdb, data);
        };
    }

    private ScsiReply needsDisc(int opcode, byte[] cdb, ByteBuffer data) {
        Sense sense = senses.poll();
        if (sense != null) {
            return check(sense);
        }
        byte[] inside = disc;
        if (trayOpen || inside == null) {
            return check(new Sense(2, 0x3A, trayOpen ? 2 : 1));
        }
        return switch (opcode) {
            case 0x00 -> good(data, new byte[0]);
            case 0x25 ->
                    good(
                            data,
                            ByteBuffer.allocate(8)
                                    .putInt(inside.length / 2048 - 1)
                                    .putInt(2048)
                                    .array());
            case 0x28, 0xA8 -> read(inside, cdb, data);
            case 0xBE -> raw.length == 0 ? check(new Sense(5, 0x20, 0)) : readCd(raw, cdb, data);
            case 0x46 -> good(data, ByteBuffer.allocate(8).putInt(4).putInt(profile).array());
            case 0x51 -> good(data, new byte[] {0, 32, 0x0E, 1, 1, 1, 1, 0, 0, 0, 0});
            case 0xAD -> discStructure(cdb[7], data);
            case 0x43 -> tableOfContents(cdb[2] & 0xF, data);
            case 0x42 -> good(data, music.subChannel(cdb[3], cdb[6]));
            default -> check(new Sense(5, 0x20, 0));
        };
    }

    private ScsiReply discStructure(int format, ByteBuffer data) {
        if (format == 0) {
            return dvdFormat.length > 0 ? good(data, dvdFormat) : check(new Sense(5, 0x24, 0));
        }
        return good(data, new byte[] {0, 6, 0, 0, (byte) protectionSystem, 0, 0, 0});
    }

    private ScsiReply tableOfContents(int format, ByteBuffer data) {
        byte[] table =
                switch (format) {
                    case 0 -> toc;
                    case 2 -> fullToc;
                    case 5 -> music.cdText;
                    default -> new byte[0];
                };
        return table.length > 0 ? good(data, table) : check(new Sense(5, 0x24, 0));
    }

    private ScsiReply startStop(byte[] cdb) {
        startStops.add(cdb[4] & 3);
        if ((cdb[4] & 3) == 0) {
            onRest.run();
        }
        if ((cdb[4] & 3) == 2) {
            if (locked) {
                return check(new Sense(5, 0x53, 2));
            }
            trayOpen = true;
        }
        if ((cdb[4] & 3) == 3) {
            if (trayStuck) {
                return check(new Sense(4, 0x53, 0));
            }
            trayOpen = false;
        }
        return new ScsiReply(0, 0, 0, new byte[0], 0, 1);
    }

    private ScsiReply read(byte[] inside, byte[] cdb, ByteBuffer data) {
        var in = ByteBuffer.wrap(cdb);
        long lba = in.getInt(2) & 0xFFFF_FFFFL;
        long sectors = cdb[0] == 0x28 ? in.getShort(7) & 0xFFFF : in.getInt(6);
        onRead.before(lba, (int) sectors);
        for (long at = lba; at < lba + sectors; at++) {
            Sense sense = bad.get(at);
            if (sense != null) {
                return check(sense);
            }
        }
        if ((lba + sectors) * 2048 > inside.length) {
            return check(new Sense(5, 0x21, 0));
        }
        byte[] bytes = Arrays.copyOfRange(inside, (int) lba * 2048, (int) (lba + sectors) * 2048);
        return lba == shortReadLba
                ? good(data, Arrays.copyOf(bytes, bytes.length / 2))
                : good(data, bytes);
    }

    /** One command brings sectors of one kind only, and none from between sessions. */
    private ScsiReply readCd(byte[] inside, byte[] cdb, ByteBuffer data) {
        var in = ByteBuffer.wrap(cdb);
        int lba = in.getInt(2);
        int sectors = in.getInt(5) & 0xFF_FFFF;
        int end = (lba + sectors) * 2352;
        if (beyond.length > 0 && (lba < 0 || end > inside.length)) {
            var bytes = ByteBuffer.allocate(sectors * 2352);
            for (int i = 0; i < sectors; i++) {
                bytes.put(beyond);
            }
            return good(data, bytes.array());
        }
        if (lba < 0 || end > inside.length) {
            return check(new Sense(5, 0x21, 0));
        }
        for (int at = lba; at < lba + sectors; at++) {
            Sense sense = bad.get((long) at);
            if (sense != null) {
                return check(sense);
            }
            boolean isOther = isAudio(inside, at) != isAudio(inside, lba);
            if (isOther || (at >= gapLba && at < gapEndLba)) {
                return check(new Sense(5, 0x64, 0));
            }
        }
        byte[] bytes = Arrays.copyOfRange(inside, lba * 2352, end);
        if ((cdb[9] & 2) != 0 && !ignoresC2) {
            return uncorrected.isEmpty()
                    ? check(new Sense(5, 0x24, 0))
                    : good(data, withC2(bytes, lba, uncorrected.get()));
        }
        return good(data, cdb[10] == 2 ? music.withQ(bytes, lba) : bytes);
    }

    /** Behind each sector a bit for each of its bytes. */
    private static byte[] withC2(byte[] sectors, int lba, Set<Long> uncorrected) {
        var both = ByteBuffer.allocate(sectors.length / 2352 * (2352 + 294));
        for (int i = 0; i < sectors.length / 2352; i++) {
            var errors = new byte[294];
            errors[200] = (byte) (uncorrected.contains((long) lba + i) ? 0x10 : 0);
            both.put(sectors, i * 2352, 2352).put(errors);
        }
        return both.array();
    }

    private static boolean isAudio(byte[] inside, int lba) {
        return inside[lba * 2352 + 1] != -1;
    }

    private static ScsiReply good(ByteBuffer data, byte[] bytes) {
        int length = Math.min(bytes.length, data.remaining());
        data.put(data.position(), bytes, 0, length);
        return new ScsiReply(0, 0, 0, new byte[0], length, 1);
    }

    private static ScsiReply check(Sense sense) {
        var bytes = new byte[18];
        bytes[0] = 0x70;
        bytes[2] = (byte) sense.key();
        bytes[7] = 10;
        bytes[12] = (byte) sense.asc();
        bytes[13] = (byte) sense.ascq();
        return new ScsiReply(0, 8, 2, bytes, 0, 1);
    }

    private static byte[] inquiry() {
        return HexFormat.of()
                .parseHex(
                        "058005025B000000"
                                + "50494F4E45455220"
                                + "42442D5257202020"
                                + "4244522D32303944"
                                + "312E3530");
    }

    /** A top speed of 22 161 kB/s. */
    private static byte[] capabilities() {
        return HexFormat.of()
                .parseHex("001A7000000000002A123B007160290056910002020056910000" + "0000");
    }
}
