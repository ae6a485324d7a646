package dev.spindle.rip;

import dev.spindle.rip.record.AlbumWords;

/**
 * A release that a disc may belong to, as a database has it.
 *
 * @param words what its tracks are called; its id with them
 * @param country where it was sold, as a code of two letters; may be empty
 * @param remark what tells it from others: label, medium, a comment; may be empty
 */
public record Release(AlbumWords words, String country, String remark) {}
