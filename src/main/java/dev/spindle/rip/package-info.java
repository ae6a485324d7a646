/**
 * A rip: the plan, the job and its role threads, the ring between them, the map keeper, sidecar
 * files and the snapshot that the faces of the program pull.
 */
@NullMarked
package dev.spindle.rip;

import org.jspecify.annotations.NullMarked;
