package dev.spindle.rip.files;

import dev.spindle.rescue.RescueMap;
import dev.spindle.rip.RipOutcome;

/** What a start does with what lies under a name. */
public sealed interface StartDecision {
    /** Nothing is there, or nothing of worth: begin. */
    record Fresh() implements StartDecision {}

    /**
     * A part without a map, or one to be discarded: empty it and begin.
     *
     * @param freedBytes what the emptying gives back
     */
    record StartOver(String why, long freedBytes) implements StartDecision {}

    /**
     * Go on where the map stands.
     *
     * @param foreign whether the map is another program's, ddrescue's
     * @param isPartial whether the map did not speak of the whole disc, so that its size tells less
     *     of which disc it is of
     */
    record Resume(RescueMap map, boolean foreign, boolean isPartial) implements StartDecision {}

    /** The image is there but has holes: take it back into work. */
    record Reopen(RescueMap map) implements StartDecision {}

    /** The image is there and whole: write what is missing beside it. */
    record Complete() implements StartDecision {}

    /** The name is taken by something else: try the next one. */
    record NextName(String why) implements StartDecision {}

    /** It can't be done. */
    record Refuse(RipOutcome outcome, String why) implements StartDecision {}
}
