package dev.spindle.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What file exceptions mean, which often say nothing but the path. */
final class FileProblems {
    private FileProblems() {}

    static String sentence(IOException problem, Path path) {
        return path + ": " + reason(problem);
    }

    static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException failure when failure.getReason() != null ->
                    Texts.oneLine(String.valueOf(failure.getReason()));
            case FileNotFoundException failure -> inParentheses(Texts.reason(failure));
            default -> Texts.reason(problem);
        };
    }

    /** Of {@code PATH (No space left on device)}, what is in the parentheses. */
    private static String inParentheses(String text) {
        int open = text.lastIndexOf(" (");
        return open >= 0 && text.endsWith(")") ? text.substring(open + 2, text.length() - 1) : text;
    }
}
