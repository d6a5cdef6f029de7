package org.kedang.customer;

import com.ibm.icu.text.Normalizer2;

import java.util.List;

/** Reduces names to what stays the same however people write them. */
final class LikelySame {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    /** Legal forms people leave out when they write a name; longest first. */
    private static final List<String> LEGAL_FORMS =
            List.of("股份有限公司", "有限责任公司", "有限公司", "分公司", "公司", "coltd", "ltd", "inc");

    private LikelySame() {}

    /** {@code 绍兴 鉴湖酿酒（集团）有限公司} and {@code 绍兴鉴湖酿酒集团} give the same key. */
    static String nameKey(String name) {
        StringBuilder kept = new StringBuilder();
        FOLD.normalize(name)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        String key = kept.toString();
        for (String form : LEGAL_FORMS) {
            if (key.length() > form.length() + 1 && key.endsWith(form)) {
                return key.substring(0, key.length() - form.length());
            }
        }
        return key.isEmpty() ? name : key;
    }
}
