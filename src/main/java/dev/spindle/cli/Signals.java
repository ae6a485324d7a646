package dev.spindle.cli;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * SIGINT and SIGTERM, and SIGUSR1 for "good enough", by {@code sun.misc.Signal}: the one way to
 * hear of them and to end with an exit code of our own. By reflection, since javac warns of the
 * class wherever it is named. (SIGQUIT and SIGUSR2 are the virtual machine's own.)
 *
 * <p>The handlers stay until the process ends: a late signal must not spoil the exit code.
 */
final class Signals implements SignalSource {
    private static final List<String> STOP = List.of("INT", "TERM");
    private static final String GOOD_ENOUGH = "USR1";

    @Override
    public void onStop(Runnable stop) {
        STOP.forEach(name -> install(name, stop));
    }

    @Override
    public void onGoodEnough(Runnable goodEnough) {
        install(GOOD_ENOUGH, goodEnough);
    }

    private static void install(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance(name),
                            handler(handler, action));
        } catch (ReflectiveOperationException | IllegalArgumentException problem) {
            // Without it a signal ends the process at once; what was read can still be resumed.
            logger().warn("SIG{} will not end the rip cleanly", name, problem);
        }
    }

    static Object handler(Class<?> type, Runnable action) {
        InvocationHandler calls =
                (proxy, method, arguments) -> answer(proxy, method, arguments, action);
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls);
    }

    @SuppressWarnings("ReferenceEquality") // equals itself, as the handler has no other
    private static @Nullable Object answer(
            Object proxy, Method method, Object @Nullable [] arguments, Runnable action) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "tells the rip";
            default -> {
                action.run();
                yield null;
            }
        };
    }

    /** Only where it is needed: the first logger costs time. */
    private static Logger logger() {
        return LoggerFactory.getLogger(Signals.class);
    }
}
