package org.kedang.walk;

import org.kedang.TestClient.Answer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in an answer whatever tells of a planted thing: its id, number, code, digest, or a word
 * that stands nowhere else.
 */
final class Traces {
    /** A word made for one planted text; found also inside longer words. */
    static final Pattern WORD = Pattern.compile(Words.START + "[a-z]{4}");

    private static final Set<String> SENSITIVE = Set.of("phone", "mail", "address", "idNumber");

    /** Of small letters, digits, {@code ·} and {@code -}. */
    private static final int SHORTEST = 6;

    /** Highlighting cuts a word into parts; between them stands only this. */
    private static final Pattern CUT =
            Pattern.compile("\",\"hit\":(?:true|false)\\},\\{\"text\":\"");

    /**
     * @param sensitive whether a rule for fields may show it masked only
     * @param withParts whether it stands in what lies below too: a dossier shows its customer's
     *     name
     */
    private record Telltale(Planted of, boolean withParts, boolean sensitive) {}

    private final Map<String, Telltale> telltales = new HashMap<>();
    private final Map<Planted, List<Planted>> parts;

    Traces(Collection<Planted> all) {
        parts =
                all.stream()
                        .filter(planted -> planted.parent() != null)
                        .collect(Collectors.groupingBy(Planted::whole));
        all.forEach(this::learn);
    }

    private void learn(Planted planted) {
        add(planted.id().toString(), new Telltale(planted, true, false));
        add(planted.number(), new Telltale(planted, true, false));
        add(planted.word(), new Telltale(planted, true, false));
        planted.fields()
                .forEach(
                        (field, text) ->
                                add(text, new Telltale(planted, false, SENSITIVE.contains(field))));
    }

    private void add(String text, Telltale telltale) {
        Matcher word = WORD.matcher(text);
        String key = word.find() ? word.group() : text;
        Telltale other = telltales.putIfAbsent(key.toLowerCase(Locale.ROOT), telltale);
        if (other != null && other.of() != telltale.of()) {
            throw new IllegalStateException(key + " tells of " + other + " and " + telltale);
        }
    }

    /**
     * Traces of things that are not to be seen.
     *
     * @param asked the question's own words; an answer may repeat them
     */
    Set<String> in(Answer answer, String asked, Walker who) {
        Set<String> repeated = tokens(asked);
        Set<String> found = new TreeSet<>();
        for (String token : tokens(text(answer))) {
            Telltale telltale = telltales.get(token);
            if (telltale != null && !repeated.contains(token) && !isShown(telltale, who)) {
                found.add("%s of %s".formatted(token, telltale.of()));
            }
        }
        return found;
    }

    private boolean isShown(Telltale telltale, Walker who) {
        return !(telltale.sensitive() && who.seesMasksOnly())
                && (Oracle.sees(who, telltale.of())
                        || (telltale.withParts() && isPartSeen(telltale.of(), who)));
    }

    private boolean isPartSeen(Planted whole, Walker who) {
        return parts.getOrDefault(whole, List.of()).stream()
                .anyMatch(part -> Oracle.sees(who, part) || isPartSeen(part, who));
    }

    private static String text(Answer answer) {
        String headers =
                answer.raw().headers().map().values().stream()
                        .map(values -> String.join(" ", values))
                        .collect(Collectors.joining("\n"));
        return headers + "\n" + decoded(headers) + "\n" + answer.text();
    }

    private static String decoded(String headers) {
        return headers.contains("%")
                ? URLDecoder.decode(
                        headers.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8)
                : "";
    }

    /** Read by hand: patterns cost more than the requests that are searched. */
    private static Set<String> tokens(String text) {
        String whole =
                (text.contains("\"hit\":") ? CUT.matcher(text).replaceAll("") : text)
                        .toLowerCase(Locale.ROOT);
        Set<String> tokens = new HashSet<>();
        int begin = 0;
        for (int at = 0; at <= whole.length(); at++) {
            if (at == whole.length() || !isOfToken(whole.charAt(at))) {
                if (at - begin >= SHORTEST) {
                    tokens.add(whole.substring(begin, at));
                }
                begin = at + 1;
            }
        }
        if (whole.contains(Words.START)) {
            WORD.matcher(whole).results().forEach(word -> tokens.add(word.group()));
        }
        return tokens;
    }

    private static boolean isOfToken(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '·';
    }
}
