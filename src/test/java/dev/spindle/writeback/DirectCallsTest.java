package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Several buffers past the page cache with one call, and what is not fit for that. */
@Tag("unit")
final class DirectCallsTest {
    private static final int PAGE = 4096;

    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final ScriptedStorage storage = new ScriptedStorage(baton);
    private StorageFile file;
    private Errno refusal = Errno.EIO;
    private boolean refuses;
    private int gathered;

    @BeforeEach
    void aFile() throws OsException {
        storage.volume().directAlign(PAGE);
        file = storage.open("/f", Storage.How.CREATE);
    }

    private DirectCalls calls() throws OsException {
        var facts = file.facts();
        assertThat(facts.directOffsetAlignBytes()).isEqualTo(PAGE);
        var direct = counting(storage.open("/f", Storage.How.DIRECT));
        var files = new OutputFiles(file, file, Optional.of(direct), facts);
        return new DirectCalls(baton, direct, files, true);
    }

    /** The same file, which counts the calls for several buffers, and may refuse them. */
    private StorageFile counting(StorageFile direct) {
        return (StorageFile)
                Proxy.newProxyInstance(
                        StorageFile.class.getClassLoader(),
                        new Class<?>[] {StorageFile.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("write")
                                    && arguments[0] instanceof List<?> buffers) {
                                if (refuses) {
                                    throw new OsException(refusal, "pwritev", "/f");
                                }
                                gathered += buffers.size();
                            }
                            try {
                                return method.invoke(direct, arguments);
                            } catch (InvocationTargetException problem) {
                                throw problem.getCause();
                            }
                        });
    }

    /** Begins at a page, and so many bytes behind it where that is asked for. */
    private static ByteBuffer buffer(int content, int lengthBytes, int pastBytes) {
        var pages = ByteBuffer.allocateDirect(4 * PAGE).alignedSlice(PAGE);
        for (int i = 0; i < pages.capacity(); i++) {
            pages.put(i, (byte) content);
        }
        return pages.slice(pastBytes, lengthBytes);
    }

    private byte at(long offsetBytes) throws OsException {
        var one = ByteBuffer.allocateDirect(1);
        assertThat(file.read(one, offsetBytes)).isEqualTo(1);
        return one.get(0);
    }

    @Test
    void allThatIsAlignedGoesWithOneCall() throws OsException {
        var calls = calls();
        assertThat(calls.gathers()).isTrue();
        int taken = calls.write(List.of(buffer(1, PAGE, 0), buffer(2, 2 * PAGE, 0)), 3 * PAGE);
        assertThat(taken).isEqualTo(3 * PAGE);
        assertThat(gathered).isEqualTo(2);
        assertThat(List.of(at(3 * PAGE), at(4 * PAGE), at(6 * PAGE - 1)))
                .containsExactly((byte) 1, (byte) 2, (byte) 2);
    }

    /** An odd length in the middle, or memory that does not begin at a page, ends what is given. */
    @Test
    void whatIsNotAlignedComesWithACallOfItsOwn() throws OsException {
        var calls = calls();
        var odd = buffer(3, 2048, 0);
        assertThat(calls.write(List.of(buffer(1, PAGE, 0), buffer(2, PAGE, 0), odd), 0))
                .isEqualTo(2 * PAGE);
        assertThat(calls.write(List.of(buffer(1, PAGE, 0), buffer(2, PAGE, 512)), 0))
                .isEqualTo(PAGE);
        assertThat(calls.write(List.of(buffer(1, PAGE, 0), buffer(2, PAGE, 0)), 512))
                .as("through the cache, up to the next page")
                .isEqualTo(PAGE - 512);
        assertThat(gathered).as("the first of the three alone").isEqualTo(2);
    }

    @Test
    void whereTheCallIsRefusedEachBufferGetsOneOfItsOwn() throws OsException {
        refuses = true;
        refusal = Errno.EPERM;
        var calls = calls();
        var two = List.of(buffer(1, PAGE, 0), buffer(2, PAGE, 0));
        assertThat(calls.write(two, 0)).isEqualTo(PAGE);
        assertThat(calls.gathers()).isFalse();
        refuses = false;
        assertThat(calls.write(two, 0)).isEqualTo(PAGE);
        assertThat(gathered).as("it is not tried again").isZero();
    }

    @Test
    void anErrorOfTheDeviceIsNoRefusal() throws OsException {
        refuses = true;
        var calls = calls();
        var two = List.of(buffer(1, PAGE, 0), buffer(2, PAGE, 0));
        assertThat(catchThrowableOfType(OsException.class, () -> calls.write(two, 0)).errno())
                .isEqualTo(Errno.EIO);
        assertThat(calls.gathers()).isTrue();
        assertThat(storage.trace()).noneMatch(call -> call.kind() == CallKind.WRITE);
    }
}
