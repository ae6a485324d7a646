package dev.spindle.os.linux;

import com.sun.jna.LastErrorException;

import dev.spindle.os.Errno;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real libc, of which single functions behave as told; keeps the names of all calls. */
final class TamperedLibC {
    /** What a function does instead. */
    interface Behaviour {
        Object answer(Object[] arguments);
    }

    private final LibC real = LibC.load();
    private final Map<String, Behaviour> behaviours = new HashMap<>();
    private final Map<String, Deque<Errno>> interruptions = new HashMap<>();
    final List<String> calls = new ArrayList<>();

    TamperedLibC answering(String function, Behaviour behaviour) {
        behaviours.put(function, behaviour);
        return this;
    }

    /** Lets the function always fail. */
    TamperedLibC failing(String function, Errno errno) {
        return answering(
                function,
                _ -> {
                    throw new LastErrorException(errno.number());
                });
    }

    /** Lets the function be interrupted so often, then work. */
    TamperedLibC interrupting(String function, int times) {
        interruptions.put(function, new ArrayDeque<>(Collections.nCopies(times, Errno.EINTR)));
        return this;
    }

    /** Lets the C library lack the function. */
    TamperedLibC without(String function) {
        return answering(
                function,
                _ -> {
                    throw new UnsatisfiedLinkError(function);
                });
    }

    LibC libC() {
        return (LibC)
                Proxy.newProxyInstance(
                        LibC.class.getClassLoader(),
                        new Class<?>[] {LibC.class},
                        (_, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        String function = method.getName();
        calls.add(function);
        Errno interruption = interruptions.getOrDefault(function, new ArrayDeque<>()).poll();
        if (interruption != null) {
            throw new LastErrorException(interruption.number());
        }
        Behaviour behaviour = behaviours.get(function);
        if (behaviour != null) {
            return behaviour.answer(arguments);
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
