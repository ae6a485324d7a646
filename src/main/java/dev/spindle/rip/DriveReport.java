package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.drive.DriveInfo;

import java.util.Optional;

/**
 * A drive and what is in it.
 *
 * @param address what to name it by, options included
 * @param info who it is
 * @param state a word or two: "ready", "no disc"
 * @param disc what is in it, if that was looked at
 */
public record DriveReport(String address, DriveInfo info, String state, Optional<DiscFacts> disc) {}
