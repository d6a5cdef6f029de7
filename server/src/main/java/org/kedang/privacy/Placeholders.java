package org.kedang.privacy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in braces that stand in a template for what a letter is about. */
final class Placeholders {
    static final String CUSTOMER = "客户名称";
    static final String NUMBER = "客户编号";
    static final String DEPARTMENT = "部门";
    static final String PERSON = "经办人";
    static final String DAY = "日期";
    static final String PURPOSES = "使用目的";

    static final Set<String> KNOWN = Set.of(CUSTOMER, NUMBER, DEPARTMENT, PERSON, DAY, PURPOSES);

    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)\\}");

    private Placeholders() {}

    /** The words in braces that stand for nothing. */
    static Set<String> unknown(String template) {
        Set<String> unknown = new TreeSet<>();
        Matcher found = WORD.matcher(template);
        while (found.find()) {
            if (!KNOWN.contains(found.group(1).strip())) {
                unknown.add(found.group(1));
            }
        }
        return unknown;
    }

    /** The text with each word replaced; what a value holds in braces stays as it is. */
    static String fill(String template, Map<String, String> values) {
        return WORD.matcher(template)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        values.getOrDefault(
                                                found.group(1).strip(), found.group())));
    }
}
