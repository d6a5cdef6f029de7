package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.SecrecyLevel;

import java.util.List;
import java.util.Optional;

/** Where things are filed and how long they are kept: classification scheme and retention table. */
public record Scheme(
        List<Fonds> fonds,
        List<Category> categories,
        List<RecordClass> classes,
        List<RetentionPeriod> periods,
        List<Level> secrecyLevels) {

    /** 全宗: a holding body. */
    public record Fonds(String code, String name) {}

    /**
     * 门类.
     *
     * @param numberRule how its archival numbers are formed, see {@link NumberRule}
     */
    public record Category(String code, String name, String numberRule) {}

    /**
     * 类目.
     *
     * @param filed what belongs here
     * @param trigger the event from which the period counts
     * @param period code of the usual retention period
     * @param secrecy the usual level
     * @param required documents without which a dossier of this class is not complete
     */
    public record RecordClass(
            String code,
            String categoryCode,
            String name,
            String filed,
            String trigger,
            String period,
            SecrecyLevel secrecy,
            List<String> required) {}

    /**
     * 保管期限.
     *
     * @param years after the trigger; {@code null}: permanent
     */
    public record RetentionPeriod(String code, String zh, String en, @Nullable Integer years) {}

    /** A secrecy level in words. */
    public record Level(SecrecyLevel code, String zh, String en) {}

    Optional<RecordClass> findClass(String code) {
        return classes.stream().filter(some -> some.code().equals(code)).findFirst();
    }

    boolean hasPeriod(String code) {
        return periods.stream().anyMatch(some -> some.code().equals(code));
    }

    NumberRule numberRule(String categoryCode) {
        return categories.stream()
                .filter(some -> some.code().equals(categoryCode))
                .findFirst()
                .map(some -> NumberRule.parse(some.numberRule()))
                .orElseThrow(() -> new IllegalStateException("No category " + categoryCode));
    }

    /** The name, or the code where the class is gone. */
    String className(String code) {
        return findClass(code).map(RecordClass::name).orElse(code);
    }
}
