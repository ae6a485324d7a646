package dev.spindle.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Bytes on the bus. */
@Tag("unit")
class WireTest {
    private static final BusMessage CALL =
            BusMessage.call(
                    "org.example",
                    "/org/example",
                    "org.example.Type",
                    "Do",
                    "su",
                    new WireWriter().string("größe").int32(7).bytes());

    @Test
    void alignsEachValueToItsSize() {
        byte[] bytes = new WireWriter().uint8(1).int32(0x01020304).string("ab").bytes();
        assertThat(bytes).containsExactly(1, 0, 0, 0, 4, 3, 2, 1, 2, 0, 0, 0, 'a', 'b', 0);
    }

    @Test
    void writesOptionsAsTheSpecificationHasThem() throws IOException {
        byte[] bytes = new WireWriter().options("k", "v").bytes();
        var in = new WireReader(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        int length = in.int32();
        int start = in.align(8).position();
        assertThat(in.string()).isEqualTo("k");
        assertThat(in.signature()).isEqualTo("s");
        assertThat(in.string()).isEqualTo("v");
        assertThat(in.position() - start).isEqualTo(length);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        byte[] whole = CALL.marshalled(42);
        byte[] fixed = Arrays.copyOf(whole, BusMessage.FIXED_BYTES);
        assertThat(BusMessage.restBytes(fixed) + fixed.length).isEqualTo(whole.length);
        var read = BusMessage.parse(whole);
        assertThat(read.serial()).isEqualTo(42);
        assertThat(read.type()).isEqualTo(BusMessage.CALL);
        assertThat(read.fields()).isEqualTo(CALL.fields());
        assertThat(read.reader().string()).isEqualTo("größe");
    }

    @Test
    void anAnswerKnowsItsCall() throws IOException {
        var asked = BusMessage.parse(CALL.marshalled(42));
        var answer = asked.answer(BusMessage.RETURN, Map.of(), new byte[0]);
        assertThat(BusMessage.parse(answer.marshalled(1)).replyTo()).isEqualTo(42);
    }

    @Test
    void refusesWhatIsCutOff() {
        byte[] whole = CALL.marshalled(42);
        for (int end = BusMessage.FIXED_BYTES; end < whole.length - 20; end++) {
            byte[] part = Arrays.copyOf(whole, end);
            assertThatThrownBy(() -> BusMessage.parse(part))
                    .as("%d bytes", end)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        byte[] fixed = Arrays.copyOf(CALL.marshalled(1), BusMessage.FIXED_BYTES);
        fixed[7] = 0x7F;
        assertThatThrownBy(() -> BusMessage.restBytes(fixed)).isInstanceOf(IOException.class);
        byte[] longText = {(byte) 0xFF, 0, 0, 0, 'a', 0};
        assertThatThrownBy(() ->
                        new WireReader(ByteBuffer.wrap(longText).order(ByteOrder.LITTLE_ENDIAN))
                                .string())
                .isInstanceOf(IOException.class);
    }

    @Test
    void readsTheOtherByteOrder() throws IOException {
        byte[] text = {0, 0, 0, 2, 'h', 'i', 0};
        assertThat(new WireReader(ByteBuffer.wrap(text).order(ByteOrder.BIG_ENDIAN)).string())
                .isEqualTo("hi");
        assertThat(new String(text, 4, 2, StandardCharsets.US_ASCII)).isEqualTo("hi");
    }

    @ParameterizedTest
    @CsvSource({
        "'unix:path=/run/user/0/bus', /run/user/0/bus",
        "'unix:path=/tmp/a%20b,guid=12', '/tmp/a b'",
        "'tcp:host=x;unix:path=/b+c', /b+c",
        "'unix:abstract=/tmp/x', ",
        "'nonsense', "
    })
    void findsTheSocketInTheEnvironment(String address, String socket) {
        var found = SessionBus.socket(Map.of("DBUS_SESSION_BUS_ADDRESS", address));
        assertThat(found.orElse("")).isEqualTo(socket == null ? "" : socket);
    }

    @Test
    void findsTheSocketOfTheRuntimeFolder() {
        assertThat(SessionBus.socket(Map.of("XDG_RUNTIME_DIR", "/run/user/7")))
                .contains("/run/user/7/bus");
        assertThat(SessionBus.socket(Map.of())).isEmpty();
    }
}
