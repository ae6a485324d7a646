package dev.spindle.audio;

import dev.spindle.os.Programs;
import dev.spindle.os.Storage;
import dev.spindle.os.Web;
import dev.spindle.rip.RipServices;
import dev.spindle.run.Concurrency;

/**
 * What the making of tracks needs from the world; all of it can be scripted.
 *
 * @param images opens the sheet of an image as a drive
 */
public record AudioServices(
        Concurrency concurrency,
        Storage storage,
        RipServices.DriveOpener images,
        Programs programs,
        Web web) {}
