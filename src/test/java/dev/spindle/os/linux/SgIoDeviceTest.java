package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.LastErrorException;
import com.sun.jna.Pointer;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiCommand.Direction;
import dev.spindle.os.scsi.ScsiDevices.Use;
import dev.spindle.os.scsi.ScsiReply;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** SG_IO with a kernel that is played: what it is given, and what is made of its answer. */
@Tag("unit")
class SgIoDeviceTest {
    private static final int SG_IO = 0x2285;
    private static final ScsiCommand READ =
            new ScsiCommand(
                    Direction.FROM_DEVICE,
                    Duration.ofSeconds(50),
                    (byte) 0x28,
                    (byte) 0,
                    (byte) 0,
                    (byte) 0,
                    (byte) 1,
                    (byte) 2,
                    (byte) 0,
                    (byte) 0,
                    (byte) 1,
                    (byte) 0);

    private final List<Integer> openFlags = new ArrayList<>();
    private final TamperedLibC libC =
            new TamperedLibC()
                    .answering(
                            "open",
                            arguments -> {
                                openFlags.add((Integer) arguments[1]);
                                return 77;
                            })
                    .answering("close", _ -> 0);
    private final LinuxScsiDevices devices = new LinuxScsiDevices(libC.libC());

    /** What the kernel does with a header. */
    private interface Kernel {
        void handle(ByteBuffer header);
    }

    private void kernel(Kernel kernel) {
        libC.answering(
                "ioctl",
                arguments -> {
                    assertThat(arguments[0]).isEqualTo(77);
                    assertThat(arguments[1]).isEqualTo((long) SG_IO);
                    kernel.handle((ByteBuffer) ((Object[]) arguments[2])[0]);
                    return 0;
                });
    }

    private ScsiReply execute(ScsiCommand command, ByteBuffer data) throws OsException {
        try (var device = devices.open("/dev/sr0", Use.LOOK)) {
            return device.execute(command, data);
        }
    }

    @Test
    void theHeaderIsTheOneOfSgH() throws Exception {
        kernel(header -> {
            assertThat(header.capacity()).isEqualTo(88);
            assertThat(header.getInt(0)).isEqualTo('S');
            assertThat(header.getInt(4)).isEqualTo(-3);
            assertThat(header.get(8)).isEqualTo((byte) 10);
            assertThat(header.get(9) & 0xFF).isEqualTo(252);
            assertThat(header.getInt(12)).isEqualTo(2048);
            assertThat(header.getInt(40)).isEqualTo(50_000);
            assertThat(new Pointer(header.getLong(24)).getByteArray(0, 10)).isEqualTo(READ.cdb());
            new Pointer(header.getLong(16)).setByte(0, (byte) 42);
            new Pointer(header.getLong(16)).setByte(2047, (byte) 43);
        });
        ByteBuffer data = ByteBuffer.allocateDirect(5000);
        ScsiReply reply = execute(READ, data.position(100).limit(2148));
        assertThat(data.position()).isEqualTo(100);
        assertThat(data.get(100)).isEqualTo((byte) 42);
        assertThat(data.get(2147)).isEqualTo((byte) 43);
        assertThat(reply.bytes()).isEqualTo(2048);
        assertThat(reply.status()).isZero();
    }

    @Test
    void allOfTheAnswerIsLookedAt() throws Exception {
        kernel(header -> {
            new Pointer(header.getLong(32)).write(0, new byte[] {0x70, 0, 3, 9}, 0, 4);
            header.put(64, (byte) 2);
            header.put(67, (byte) 4);
            header.putShort(68, (short) 3);
            header.putShort(70, (short) 8);
            header.putInt(72, 48);
            header.putInt(76, 1234);
        });
        ScsiReply reply = execute(READ, ByteBuffer.allocateDirect(2048));
        assertThat(reply.status()).isEqualTo(2);
        assertThat(reply.hostStatus()).isEqualTo(3);
        assertThat(reply.driverStatus()).isEqualTo(8);
        assertThat(reply.sense()).isEqualTo(new byte[] {0x70, 0, 3, 9});
        assertThat(reply.bytes()).isEqualTo(2000);
        assertThat(reply.durationMillis()).isEqualTo(1234);
    }

    @Test
    void aResidualBeyondReasonMovesNothing() throws Exception {
        for (int residual : new int[] {-1, 2049, Integer.MIN_VALUE}) {
            kernel(header -> header.putInt(72, residual));
            assertThat(execute(READ, ByteBuffer.allocateDirect(2048)).bytes()).isZero();
        }
    }

    @Test
    void aCommandWithoutDataHasNoDirection() throws Exception {
        kernel(header -> {
            assertThat(header.getInt(4)).isEqualTo(-1);
            assertThat(header.getInt(12)).isZero();
            assertThat(header.getLong(16)).isZero();
        });
        var test = new ScsiCommand(Direction.NONE, Duration.ofSeconds(10), new byte[6]);
        assertThat(execute(test, ByteBuffer.allocateDirect(0)).bytes()).isZero();
    }

    @Test
    void memoryThatTheKernelCantFillIsRefused() {
        kernel(_ -> {});
        assertThatThrownBy(() -> execute(READ, ByteBuffer.allocate(2048)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommandIsNotSentTwice() {
        libC.answering(
                "ioctl",
                _ -> {
                    throw new LastErrorException(Errno.EINTR.number());
                });
        assertThatThrownBy(() -> execute(READ, ByteBuffer.allocateDirect(2048)))
                .isInstanceOf(OsException.class);
        assertThat(libC.calls.stream().filter("ioctl"::equals)).hasSize(1);
    }

    @Test
    void aRealFileTakesNoCommands() throws Exception {
        var real = new LinuxScsiDevices();
        try (var device = real.open("/dev/null", Use.LOOK)) {
            assertThatThrownBy(() -> device.execute(READ, ByteBuffer.allocateDirect(2048)))
                    .isInstanceOf(OsException.class)
                    .extracting(problem -> ((OsException) problem).errno())
                    .isEqualTo(Errno.ENOTTY);
        }
    }

    /** O_NONBLOCK 0x800, O_CLOEXEC 0x80000, O_EXCL 0x80, O_RDWR 2. */
    @Test
    void lookingKeepsNobodyOutAndAskingTellsWhetherSomebodyIsThere() throws Exception {
        devices.open("/dev/sr0", Use.LOOK).close();
        devices.open("/dev/sr0", Use.ASK).close();
        try (var exclusive = devices.open("/dev/sr0", Use.EXCLUSIVE)) {
            assertThat(exclusive.isWritable()).isTrue();
        }
        assertThat(openFlags).containsExactly(0x80800, 0x80880, 0x80882);
    }

    @Test
    void whoMayNotWriteReadsExclusively() throws Exception {
        libC.answering(
                "open",
                arguments -> {
                    openFlags.add((Integer) arguments[1]);
                    if (openFlags.size() == 1) {
                        throw new LastErrorException(Errno.EACCES.number());
                    }
                    return 78;
                });
        try (var exclusive = devices.open("/dev/sr0", Use.EXCLUSIVE)) {
            assertThat(exclusive.isWritable()).isFalse();
        }
        assertThat(openFlags).containsExactly(0x80882, 0x80880);
    }

    @Test
    void aSpeedIsAskedOfTheKernelsDriver() throws Exception {
        var asked = new ArrayList<Object>();
        libC.answering(
                "ioctl",
                arguments -> {
                    asked.add(arguments[1]);
                    asked.add(((Object[]) arguments[2])[0]);
                    return 0;
                });
        try (var device = devices.open("/dev/sr0", Use.LOOK)) {
            device.selectSpeed(31);
        }
        assertThat(asked).containsExactly(0x5322L, 31L);
    }
}
