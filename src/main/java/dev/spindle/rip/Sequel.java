package dev.spindle.rip;

/**
 * What follows once an image is there. Declared here and made by those above, so that the engine
 * need not know of it.
 */
@FunctionalInterface
public interface Sequel {
    /** Nothing does. */
    Sequel NONE = (rip, _) -> rip;

    /**
     * A rip that has the sequel in it.
     *
     * @param rip started
     * @return to be shown in its place; must not block
     */
    Rip of(Rip rip, RipRequest request);
}
