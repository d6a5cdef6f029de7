package org.kedang.walk;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Permission;

import java.util.List;
import java.util.function.BiFunction;

/**
 * How one operation of the API is walked: who may call it at all, and what it is asked.
 *
 * @param operation method and path as the API's description has them
 * @param by the permission without which every call is refused; {@code null} if any account may
 *     call
 * @param questions what a walker asks it
 */
record Line(
        String operation,
        @Nullable Permission by,
        BiFunction<Walker, World, List<Question>> questions) {}
