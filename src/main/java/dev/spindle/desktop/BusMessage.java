package dev.spindle.desktop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A message on the bus.
 *
 * @param order byte order of the body
 * @param type {@link #CALL}, {@link #RETURN}, {@link #ERROR} or a signal
 * @param serial of this message
 * @param replyTo serial of the call that this answers; 0 where it answers none
 * @param fields texts by the code of their header field; see {@link #PATH} and so on
 * @param body marshalled as the signature says
 */
record BusMessage(
        ByteOrder order,
        int type,
        int serial,
        int replyTo,
        Map<Integer, String> fields,
        ByteBuffer body) {
    static final int CALL = 1;
    static final int RETURN = 2;
    static final int ERROR = 3;

    /** D-Bus specification 0.43, "Header Fields". */
    static final int PATH = 1;

    static final int INTERFACE = 2;
    static final int MEMBER = 3;
    static final int ERROR_NAME = 4;
    static final int REPLY_SERIAL = 5;
    static final int DESTINATION = 6;
    static final int SENDER = 7;
    static final int SIGNATURE = 8;

    /** Fixed part of a header: four bytes, length of the body, serial, length of the fields. */
    static final int FIXED_BYTES = 16;

    private static final int LARGEST_BYTES = 1 << 20;
    private static final int VERSION = 1;

    static BusMessage call(
            String to, String path, String type, String member, String signature, byte[] body) {
        var fields = new HashMap<Integer, String>();
        fields.put(PATH, path);
        fields.put(DESTINATION, to);
        fields.put(INTERFACE, type);
        fields.put(MEMBER, member);
        if (!signature.isEmpty()) {
            fields.put(SIGNATURE, signature);
        }
        return new BusMessage(ByteOrder.LITTLE_ENDIAN, CALL, 0, 0, fields, ByteBuffer.wrap(body));
    }

    /** An answer to this call. */
    BusMessage answer(int kind, Map<Integer, String> more, byte[] content) {
        var header = new HashMap<>(more);
        header.put(DESTINATION, field(SENDER));
        return new BusMessage(
                ByteOrder.LITTLE_ENDIAN, kind, 0, serial, header, ByteBuffer.wrap(content));
    }

    String field(int code) {
        return fields.getOrDefault(code, "");
    }

    WireReader reader() {
        return new WireReader(body.duplicate().order(order));
    }

    /** The bytes that go over the wire under this serial. */
    byte[] marshalled(int as) {
        var header = new WireWriter();
        if (replyTo != 0) {
            header.align(8).uint8(REPLY_SERIAL).signature("u").int32(replyTo);
        }
        fields.forEach((code, text) -> {
            String type = code == PATH ? "o" : code == SIGNATURE ? "g" : "s";
            header.align(8).uint8(code).variant(type, text);
        });
        byte[] bytes = header.bytes();
        return new WireWriter()
                .uint8('l')
                .uint8(type)
                .uint8(0)
                .uint8(VERSION)
                .int32(body.remaining())
                .int32(as)
                .int32(bytes.length)
                .raw(bytes)
                .align(8)
                .raw(bytes(body))
                .bytes();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** How many bytes follow the fixed part. */
    static int restBytes(byte[] fixed) throws IOException {
        var in = new WireReader(ByteBuffer.wrap(fixed).order(order(fixed)));
        in.int32();
        int bodyBytes = in.int32();
        in.int32();
        int fieldBytes = in.int32();
        if (bodyBytes < 0
                || fieldBytes < 0
                || bodyBytes > LARGEST_BYTES
                || fieldBytes > LARGEST_BYTES) {
            throw new IOException("a message on the bus is too large");
        }
        return (fieldBytes + 7) / 8 * 8 + bodyBytes;
    }

    /** Takes a whole message apart. */
    static BusMessage parse(byte[] whole) throws IOException {
        ByteOrder order = order(whole);
        var in = new WireReader(ByteBuffer.wrap(whole).order(order));
        in.uint8();
        int type = in.uint8();
        in.uint8();
        in.uint8();
        int bodyBytes = in.int32();
        int serial = in.int32();
        int end = in.int32() + FIXED_BYTES;
        int replyTo = 0;
        var fields = new HashMap<Integer, String>();
        while (in.position() < end) {
            int code = in.align(8).uint8();
            switch (in.signature()) {
                case "s", "o" -> fields.put(code, in.string());
                case "g" -> fields.put(code, in.signature());
                case "u" -> {
                    int number = in.int32();
                    replyTo = code == REPLY_SERIAL ? number : replyTo;
                }
                default -> throw new IOException("a header on the bus has an unknown type");
            }
        }
        in.align(8);
        byte[] body = Arrays.copyOfRange(whole, whole.length - bodyBytes, whole.length);
        return new BusMessage(order, type, serial, replyTo, fields, ByteBuffer.wrap(body));
    }

    private static ByteOrder order(byte[] bytes) {
        return bytes[0] == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
