package dev.spindle.rip.files;

import dev.spindle.rescue.RescueMap;
import dev.spindle.rip.record.RipRecord;

import java.util.Optional;

/**
 * What lies under one name.
 *
 * @param imageBytes size of the image, if it is there
 * @param partBytes size of its part, if it is there
 * @param partHeld whether another rip holds the lock of the part
 * @param other path of an image or part of another format, which map and record belong to
 * @param map what {@code NAME.map} holds
 * @param record what {@code NAME.rip.json} holds; empty where it is missing or broken
 */
record Survey(
        Optional<Long> imageBytes,
        Optional<Long> partBytes,
        boolean partHeld,
        Optional<String> other,
        MapState map,
        Optional<RipRecord> record) {
    /** What a map file turned out to be. */
    sealed interface MapState {
        record Absent() implements MapState {}

        record Broken(String why) implements MapState {}

        record Parsed(RescueMap map) implements MapState {}
    }

    boolean isOfDisc(String identity, long bytes) {
        return record.isPresent()
                && record.get().discIdentity().equals(identity)
                && record.get().bytes() == bytes;
    }

    boolean isOfAnotherDisc(String identity, long bytes) {
        return record.isPresent() && !isOfDisc(identity, bytes);
    }
}
