package dev.spindle.rip;

import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.toc.MediumFamily;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.medium.Medium;
import dev.spindle.rescue.DriveLessons;
import dev.spindle.run.StopToken;

import java.util.Optional;

/** Remembers how drives read, from one rip to the next. Safe for all threads. */
public interface DriveMemory {
    /** Remembers nothing. */
    DriveMemory NONE =
            new DriveMemory() {
                @Override
                public Optional<DriveLessons> recall(Key key, StopToken stop) {
                    return Optional.empty();
                }

                @Override
                public void learn(Key key, DriveLessons lessons) {}
            };

    /**
     * What lessons are about: all drives of a model with the same firmware read alike.
     *
     * @param model vendor, product and firmware
     * @param family the kind of disc
     */
    record Key(String model, MediumFamily family) {
        /** Empty for images, and for drives that don't say who they are. */
        static Optional<Key> of(DriveInfo drive, Medium medium) {
            String model =
                    String.join(" ", drive.vendor(), drive.model(), drive.revision()).strip();
            return drive.image() || drive.model().isBlank()
                    ? Optional.empty()
                    : Optional.of(new Key(model, MediumFacts.of(medium).family()));
        }
    }

    /**
     * What is known; takes a moment at most, whatever the home folder does.
     *
     * @param stop ends the moment
     */
    Optional<DriveLessons> recall(Key key, StopToken stop);

    /** Remembers what a rip has learned. Never blocks. */
    void learn(Key key, DriveLessons lessons);
}
