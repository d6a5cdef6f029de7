package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was asked on the command line. */
record Arguments(List<String> files, Map<String, List<String>> options) {
    private static final List<String> NAMES =
            List.of(
                    "--checkpoints",
                    "--key",
                    "--tsa",
                    "--lang",
                    "--late",
                    "--old",
                    "--new",
                    "--proof");
    private static final int MOST_MINUTES = 5_000_000;

    static Arguments of(String... args) throws Unusable {
        List<String> files = new ArrayList<>();
        Map<String, List<String>> options = new TreeMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                files.add(args[i]);
                continue;
            }
            int equals = args[i].indexOf('=');
            String name = equals < 0 ? args[i] : args[i].substring(0, equals);
            if (!NAMES.contains(name)) {
                throw new Unusable("没有这个选项：%s", "There is no such option: %s", name);
            }
            if (equals < 0 && i + 1 == args.length) {
                throw new Unusable("%s 后面要有值。", "%s needs a value.", name);
            }
            String value = equals < 0 ? args[++i] : args[i].substring(equals + 1);
            options.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
        return new Arguments(files, options);
    }

    /** All values of an option that must be there. */
    List<String> needed(String name) throws Unusable {
        @Nullable List<String> values = options.get(name);
        if (values == null) {
            throw new Unusable("缺少 %s。", "%s is missing.", name);
        }
        return values;
    }

    /** All values of an option that need not be there. */
    List<String> any(String name) {
        return options.getOrDefault(name, List.of());
    }

    Speaker.Language language() throws Unusable {
        String value = last("--lang", "both");
        try {
            return Speaker.Language.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Unusable("--lang 只能是 zh、en 或 both。", "--lang is zh, en or both.");
        }
    }

    Duration late() throws Unusable {
        String value = last("--late", "10");
        if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) > MOST_MINUTES) {
            throw new Unusable("--late 是分钟数。", "--late is a number of minutes.");
        }
        return Duration.ofMinutes(Integer.parseInt(value));
    }

    private String last(String name, String otherwise) {
        List<String> values = options.getOrDefault(name, List.of(otherwise));
        return values.get(values.size() - 1);
    }
}
