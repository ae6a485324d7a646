package dev.spindle.rip.record;

import java.util.Optional;

/**
 * What was asked for of a disc's music, so that whoever goes on with the rip need not say it again.
 *
 * @param format as {@code --format} has it; empty where nothing was said
 * @param offsetSamples read offset of the drive
 * @param trackName how the files of tracks are named
 * @param words what they are to be called, in place of what the disc says
 * @param cover absolute path of a picture for them
 */
public record MusicRecord(
        Optional<String> format,
        int offsetSamples,
        String trackName,
        Optional<AlbumWords> words,
        Optional<String> cover) {}
