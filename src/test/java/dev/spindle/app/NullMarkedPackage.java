package dev.spindle.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;

/** NullAway looks only at packages that are marked. */
final class NullMarkedPackage {
    private NullMarkedPackage() {}

    static ArchCondition<JavaClass> condition() {
        return new ArchCondition<>("lie in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(
                                item, marked, item.getPackageName() + " of " + item.getName()));
            }
        };
    }
}
