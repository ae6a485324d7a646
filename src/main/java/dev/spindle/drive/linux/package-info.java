/** The optical drives of a Linux machine, as the kernel's sysfs lists them. */
@NullMarked
package dev.spindle.drive.linux;

import org.jspecify.annotations.NullMarked;
