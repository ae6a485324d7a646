package dev.spindle.audio.lookup;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.check.TrackSums;
import dev.spindle.audio.id.AudioToc;
import dev.spindle.disc.toc.Track;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * What the CUETools database knows of a disc (CUETools, CTDBResponseEntry.cs).
 *
 * @param entries in the order of the answer
 */
public record CtdbAnswer(List<Entry> entries) {
    /**
     * A rip that people sent in.
     *
     * @param confidence how many had it
     * @param checksum of the whole disc
     * @param tracks checksums of its tracks
     */
    public record Entry(int confidence, long checksum, List<Long> tracks) {
        public Entry {
            tracks = List.copyOf(tracks);
        }
    }

    public CtdbAnswer {
        entries = List.copyOf(entries);
    }

    /** Where the answer is had. */
    public static URI address(URI server, AudioToc audio) {
        String toc =
                audio.toc().tracks().stream()
                        .map(CtdbAnswer::start)
                        .collect(Collectors.joining(":"));
        return URI.create(
                server
                        + "/lookup2.php?version=3&ctdb=1&fuzzy=0&metadata=none&toc="
                        + toc
                        + ":"
                        + audio.toc().leadOutLba());
    }

    /** A data track is marked. */
    private static String start(Track track) {
        return (track.isAudio() ? "" : "-") + track.startLba();
    }

    /**
     * Reads it.
     *
     * @throws IOException where it is no such answer
     */
    public static CtdbAnswer parse(byte[] body) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            // What a server sends must not have this program open files or other servers.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var nodes = builder.parse(new ByteArrayInputStream(body)).getElementsByTagName("entry");
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < nodes.getLength(); i++) {
                if (nodes.item(i) instanceof Element entry) {
                    entries.add(entry(entry));
                }
            }
            return new CtdbAnswer(entries);
        } catch (SAXException | ParserConfigurationException | IllegalArgumentException refused) {
            throw new IOException("the CUETools database's answer can't be read", refused);
        }
    }

    private static Entry entry(Element entry) {
        return new Entry(
                Integer.parseInt(entry.getAttribute("confidence")),
                Long.parseLong(entry.getAttribute("crc32"), 16),
                Arrays.stream(entry.getAttribute("trackcrcs").split("\\s+"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> Long.parseLong(text, 16))
                        .toList());
    }

    /** How many people had the very same disc. */
    public int confidence(DiscSums sums) {
        return entries.stream()
                .filter(entry -> entry.checksum() == sums.ctdb())
                .mapToInt(Entry::confidence)
                .sum();
    }

    /** How many people had the same track; {@code track} is counted from 0. */
    public int confidence(int track, TrackSums sums) {
        long checksum = sums.ctdb();
        return entries.stream()
                .filter(entry ->
                        track < entry.tracks().size() && entry.tracks().get(track) == checksum)
                .mapToInt(Entry::confidence)
                .sum();
    }

    /** How many people sent in a rip of this disc. */
    public int submissions() {
        return entries.stream().mapToInt(Entry::confidence).sum();
    }
}
