package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Write calls that take less than they are given, or nothing. */
@Tag("unit")
final class WholeWriteTest {
    private final List<String> calls = new ArrayList<>();

    /** Takes no more than so many bytes a call, and notes where and how many it was given. */
    private WholeWrite.Call taking(int mostBytes) {
        return (rest, offsetBytes) -> {
            calls.add(offsetBytes + "+" + rest.remaining() + " from " + rest.get(rest.position()));
            return Math.min(mostBytes, rest.remaining());
        };
    }

    private static ByteBuffer bytes() {
        var buffer = ByteBuffer.allocate(12);
        for (byte i = 0; i < 12; i++) {
            buffer.put(i);
        }
        return buffer.position(2).limit(9);
    }

    @Test
    void whatIsLeftIsGivenAgainBehindWhatWasTaken() throws IOException {
        var from = bytes();
        WholeWrite.run(from, 1000, "/x", taking(3));
        assertThat(calls).containsExactly("1000+7 from 2", "1003+4 from 5", "1006+1 from 8");
        assertThat(from.position()).as("who repeats the write still has all of it").isEqualTo(2);
        assertThat(from.limit()).isEqualTo(9);
    }

    /** Gathering calls, each of which takes no more than so many bytes. */
    private WholeWrite.GatheringCall gathering(int mostBytes) {
        return (rest, offsetBytes) -> {
            calls.add(offsetBytes + ": " + rest.stream().map(ByteBuffer::remaining).toList());
            int left = rest.stream().mapToInt(ByteBuffer::remaining).sum();
            return Math.min(mostBytes, left);
        };
    }

    @Test
    void aCallThatTakesOneAndAHalfBuffersIsFollowedByOneForTheRest() throws IOException {
        var from = List.of(bytes(), bytes(), bytes());
        WholeWrite.gather(from, 1000, "/x", gathering(10));
        assertThat(calls).containsExactly("1000: [7, 7, 7]", "1010: [4, 7]", "1020: [1]");
        assertThat(from).as("none is moved").allMatch(buffer -> buffer.remaining() == 7);
    }

    @Test
    void whatIsEmptyIsNeverTheFirstOfACall() throws IOException {
        var empty = ByteBuffer.allocate(0);
        WholeWrite.gather(List.of(empty, bytes(), empty, bytes()), 0, "/x", gathering(7));
        assertThat(calls).containsExactly("0: [7, 0, 7]", "7: [7]");
    }

    @Test
    void anEmptyBufferIsNoCall() throws IOException {
        WholeWrite.run(ByteBuffer.allocate(0), 0, "/x", taking(3));
        assertThat(calls).isEmpty();
    }

    /** It would go on for ever. */
    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aCallThatTakesNothingIsAnError(int taken) {
        assertThatThrownBy(() -> WholeWrite.run(bytes(), 0, "/x", (_, _) -> taken))
                .isInstanceOf(OsException.class)
                .hasMessageContaining("/x")
                .hasMessageContaining("pwrite took nothing")
                .extracting(problem -> ((OsException) problem).errno())
                .isEqualTo(Errno.EIO);
    }

    @Test
    void afterAFailureNoFurtherCallIsMade() {
        var failing = taking(3);
        assertThatThrownBy(() ->
                        WholeWrite.run(
                                bytes(),
                                0,
                                "/x",
                                (rest, offsetBytes) -> {
                                    if (offsetBytes > 0) {
                                        throw new IOException("the cable");
                                    }
                                    return failing.write(rest, offsetBytes);
                                }))
                .hasMessage("the cable");
        assertThat(calls).hasSize(1);
    }
}
