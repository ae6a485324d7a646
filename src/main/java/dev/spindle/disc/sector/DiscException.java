package dev.spindle.disc.sector;

/**
 * Structures of a disc that are refused: they contradict themselves, go in circles, or ask for more
 * time or memory than any real disc does. The message is a sentence without its full stop.
 */
public final class DiscException extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;

    public DiscException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
