/**
 * Storage that exists in memory only and follows a script: an answer to {@link
 * dev.spindle.os.Storage} for simulations and tests of the shipping engine.
 *
 * <p>Modelled, as Linux does it:
 *
 * <ul>
 *   <li>a page cache for each file (dirty, under writeback, clean) over a device that drains what
 *       was kicked in order, at a rate that may change at any time, and that can be frozen;
 *   <li>three contents of each file: what a reader sees, what reached the device, and what a
 *       successful fdatasync or fsync covered. A write error leaves the page clean with content
 *       that the device never got: dropping it brings the old content back, and writing it again
 *       from the same page never shows up, as on ext4, unless the page was dropped or its blocks
 *       were freed before;
 *   <li>errors that name the file, not the range: each open description reports one once, and one
 *       opened later hears only of errors that nobody has seen. As with local file systems, close
 *       tells nothing, unless the file system is NFS or {@link
 *       dev.spindle.os.script.VolumeControl#closeReportsErrors} says so;
 *   <li>writes past the cache (O_DIRECT): they wait for dirty pages of their range, drop them, take
 *       the device's time, and return their own error, of which no sync tells. What they wrote lies
 *       in the device's volatile cache until a flush. A failed one leaves the old bytes, and the
 *       size grows only with one that succeeds as a whole. Also file systems that refuse the flag,
 *       or accept it and cache all the same;
 *   <li>uncached writes (RWF_DONTCACHE): kicked at once, and pages that they brought in leave the
 *       cache when their writeback ends, well or not;
 *   <li>names that are durable once the folder or the file was synced, locks that die with their
 *       description, space and size limits, a power cut and a kill.
 * </ul>
 *
 * <p>Each call passes, in this order: a scripted hang, its scripted cost, its scripted error, its
 * effect, the device. A call costs nothing unless a script says so. All waiting is done at one gate
 * of the given {@link dev.spindle.run.Concurrency}, so it takes virtual time under the baton and
 * real time otherwise.
 *
 * <p>Limits of the model: pages are 4 KiB and large folios are not modelled; the device takes 64
 * KiB at a time, and that is the unit in which its writes fail; the kernel writes nothing back by
 * itself while the machine runs (a seeded power cut allows for it) and never throttles a write;
 * reads do not queue behind writes; O_DIRECT does not look at the buffer's address, and a writeback
 * error of pages that it waits for is told by the next sync only; no links, permissions or quotas;
 * folders can't be renamed; a flush of one file never helps another; the journal lets changes of
 * names survive in order, or in any order that keeps each name and each file consistent, as the
 * seed says.
 */
@NullMarked
package dev.spindle.os.script;

import org.jspecify.annotations.NullMarked;
