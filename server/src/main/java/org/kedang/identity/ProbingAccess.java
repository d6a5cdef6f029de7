package org.kedang.identity;

import org.kedang.identity.EffectiveRights.OpenedLine.Type;
import org.kedang.identity.ProbedThings.ProbedThing;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.springframework.stereotype.Service;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers "may she see number so-and-so?". A no does not tell whether there is such a number,
 * unless the asker may see the thing himself: an office must learn nothing of contents this way.
 */
@Service
public class ProbingAccess {
    /** Why the answer is yes or no. */
    public enum Why {
        /** Somebody owns it. */
        OWNER,
        EVERYTHING,
        DEPARTMENT,
        OPENED_SINGLY,
        /** There is no such number, or it is outside what is reached or above the open level. */
        NO_SUCH_OR_NOT_REACHED,
        NO_PERMISSION,
        OUTSIDE_REACH,
        ABOVE_LEVEL
    }

    /**
     * The answer.
     *
     * @param mayRead whether the person may see it now
     * @param mayEdit whether the person may change it now
     */
    public record Probe(boolean mayRead, boolean mayEdit, Set<Why> why) {}

    private final Accounts accounts;
    private final Visibilities visibilities;
    private final Map<Type, ProbedThings> things;

    ProbingAccess(Accounts accounts, Visibilities visibilities, List<ProbedThings> things) {
        this.accounts = accounts;
        this.visibilities = visibilities;
        this.things =
                things.stream().collect(Collectors.toMap(ProbedThings::type, Function.identity()));
    }

    /** Whether the person may see and change the thing of this number. */
    public Probe probe(Actor asker, UUID person, Type type, String number) {
        Optional<Account> account = accounts.find(person);
        Optional<ProbedThing> thing =
                Optional.ofNullable(things.get(type))
                        .flatMap(some -> some.findByNumber(number.strip()));
        if (account.isEmpty()
                || !account.get().everywhere().permissions().contains(reading(type))) {
            return new Probe(false, false, EnumSet.of(Why.NO_PERMISSION));
        }
        Rights rights = account.get().everywhere();
        Visibility reading = rights.visibility(reading(type));
        if (thing.isPresent() && sees(reading, thing.get())) {
            boolean edits = sees(rights.visibility(writing(type)), thing.get());
            return new Probe(true, edits, reasons(reading, thing.get()));
        }
        return new Probe(false, false, thing.map(t -> refusal(asker, reading, t)).orElse(hidden()));
    }

    private static Set<Why> hidden() {
        return EnumSet.of(Why.NO_SUCH_OR_NOT_REACHED);
    }

    private Set<Why> refusal(Actor asker, Visibility reading, ProbedThing thing) {
        if (!sees(visibilities.of(asker, reading(thing.type())), thing)) {
            return hidden();
        }
        Set<Why> why = EnumSet.noneOf(Why.class);
        if (!reaches(reading, thing)) {
            why.add(Why.OUTSIDE_REACH);
        }
        if (!thing.secrecy().isWithin(reading.clearance())) {
            why.add(Why.ABOVE_LEVEL);
        }
        return why;
    }

    private static Set<Why> reasons(Visibility v, ProbedThing thing) {
        Set<Why> why = EnumSet.noneOf(Why.class);
        if (v.everything()) {
            why.add(Why.EVERYTHING);
        }
        if (v.own() && v.person().equals(thing.ownerId())) {
            why.add(Why.OWNER);
        }
        if (v.departments().contains(thing.departmentId())) {
            why.add(Why.DEPARTMENT);
        }
        if (v.customers().contains(thing.customerId()) || v.dossiers().contains(thing.id())) {
            why.add(Why.OPENED_SINGLY);
        }
        return why;
    }

    private static boolean sees(Visibility v, ProbedThing thing) {
        return reaches(v, thing) && thing.secrecy().isWithin(v.clearance());
    }

    private static boolean reaches(Visibility v, ProbedThing thing) {
        return switch (thing.type()) {
            case CUSTOMER -> v.includesCustomer(thing.id(), thing.ownerId(), thing.departmentId());
            case DOSSIER ->
                    v.includesDossier(
                            thing.id(), thing.customerId(), thing.ownerId(), thing.departmentId());
        };
    }

    private static Permission reading(Type type) {
        return type == Type.CUSTOMER ? Permission.CUSTOMER_READ : Permission.ARCHIVE_READ;
    }

    private static Permission writing(Type type) {
        return type == Type.CUSTOMER ? Permission.CUSTOMER_WRITE : Permission.ARCHIVE_WRITE;
    }
}
