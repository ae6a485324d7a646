/** UDF (ECMA-167 and OSTA UDF 1.02 to 2.60). Pure, over the sector reader. */
@NullMarked
package dev.spindle.disc.udf;

import org.jspecify.annotations.NullMarked;
