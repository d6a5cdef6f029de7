package org.kedang.walk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * All that is planted, as one walker may and may not see it.
 *
 * @param upload id of an unfinished upload that is nobody's who walks
 * @param colleague somebody who sees all of it
 * @param turn other things are picked in each walker's turn
 */
record World(List<Planted> all, String upload, UUID colleague, int turn) {
    /** Things of one kind asked for by one walker, of those that look alike to the rules. */
    private static final int SOME = 4;

    List<Planted> of(Kind kind) {
        return all.stream().filter(planted -> planted.kind() == kind).toList();
    }

    /**
     * Some that the walker may not see: of every reason why not at least one, other ones for other
     * walkers.
     */
    List<Planted> forbidden(Kind kind, Walker who) {
        return some(of(kind).stream().filter(p -> !Oracle.sees(who, p)).toList(), World::why);
    }

    List<Planted> seen(Kind kind, Walker who) {
        return some(
                of(kind).stream().filter(p -> Oracle.sees(who, p)).toList(),
                planted -> Oracle.changes(who, planted));
    }

    /** Whose it is and how secret. */
    private static String why(Planted planted) {
        return planted.department() + (planted.secrecy() > 1 ? " secret" : "");
    }

    private List<Planted> some(List<Planted> from, Function<Planted, Object> alike) {
        List<Planted> turned = new ArrayList<>(from);
        if (!turned.isEmpty()) {
            Collections.rotate(turned, turn % turned.size());
        }
        Map<Object, Planted> one = new LinkedHashMap<>();
        turned.forEach(planted -> one.putIfAbsent(alike.apply(planted), planted));
        List<Planted> chosen = new ArrayList<>(one.values());
        return chosen.subList(0, Math.min(SOME, chosen.size()));
    }

    long count(Kind kind, Walker who) {
        return of(kind).stream().filter(planted -> Oracle.sees(who, planted)).count();
    }

    /** Whether something below it is seen, which tells the names of what it lies in. */
    boolean isShown(Planted planted, Walker who) {
        return Oracle.sees(who, planted)
                || all.stream()
                        .filter(part -> part.parent() == planted)
                        .anyMatch(part -> isShown(part, who));
    }

    static String missing() {
        return UUID.randomUUID().toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
