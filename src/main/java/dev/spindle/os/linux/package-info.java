/**
 * Linux's answer to the ports of {@code os}, for x86-64 and aarch64 with glibc 2.30 or newer.
 *
 * <p>Layers: {@code LibC} holds the C names and nothing else, {@code Calls} takes errno at the call
 * and repeats interrupted calls, small classes group the calls by intent, and pure records parse
 * what the kernel fills in. May use {@code os} and {@code range}; the only package that may import
 * {@code com.sun.jna}. Everything here may be used from all threads.
 */
@NullMarked
package dev.spindle.os.linux;

import org.jspecify.annotations.NullMarked;
