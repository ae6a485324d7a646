package dev.spindle.drive.linux;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a played drive tells of the music on its CD, sub-channel by sub-channel. */
final class PlayedMusic {
    /** Reply to READ TOC format 5; none: refused. */
    byte[] cdText = new byte[0];

    String catalogue = "";

    /** By track numbers. */
    final Map<Integer, String> codes = new HashMap<>();

    /** Which track's Q begins at a sector: pre-gaps belong to the track behind them. */
    final TreeMap<Integer, Integer> tracksByLba = new TreeMap<>();

    /** Sectors whose Q tells a code in place of a position. */
    int codeEvery = 100;

    /** Some drives write track numbers as they are on the disc, some as numbers. */
    boolean isBcd = true;

    byte[] subChannel(int parameter, int track) {
        String text = parameter == 2 ? catalogue : codes.getOrDefault(track, "");
        var reply = new byte[24];
        reply[3] = 20;
        reply[4] = (byte) parameter;
        if (!text.isEmpty()) {
            reply[8] = (byte) 0x80;
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, reply, 9, bytes.length);
        }
        return reply;
    }

    byte[] withQ(byte[] sector, int lba) {
        byte[] both = Arrays.copyOf(sector, sector.length + 16);
        boolean isCode = lba % codeEvery == 0;
        int track = tracksByLba.floorEntry(lba).getValue();
        both[sector.length] = (byte) (isCode ? 3 : 1);
        both[sector.length + 1] = (byte) (isBcd ? ((track / 10) << 4) | (track % 10) : track);
        return both;
    }
}
