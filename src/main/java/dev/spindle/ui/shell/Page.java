package dev.spindle.ui.shell;

/**
 * A page that an entry at the left leads to.
 *
 * @param label key of the entry's text, with its mnemonic
 * @param icon literal of the entry's icon
 * @param controller whose view lies beside it; made when the page is first shown, then kept
 * @param opened runs on the interface thread each time the page comes up; what it asks for comes in
 *     the background
 */
public record Page(String label, String icon, Class<?> controller, Runnable opened) {
    /** A page that needs no word when it comes up. */
    public static Page of(String label, String icon, Class<?> controller) {
        return new Page(label, icon, controller, () -> {});
    }
}
