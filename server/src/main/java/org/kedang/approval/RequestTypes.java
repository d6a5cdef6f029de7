package org.kedang.approval;

import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every kind of request there is: declared by modules, or defined by departments as data. */
@Component
class RequestTypes implements SmartInitializingSingleton {
    private final ObjectProvider<RequestType> beans;
    private final GeneralTypes general;
    private volatile List<RequestType> declared = List.of();

    RequestTypes(ObjectProvider<RequestType> beans, GeneralTypes general) {
        this.beans = beans;
        this.general = general;
    }

    /** Only now, so that the effect of a request may be to submit another one. */
    @Override
    public void afterSingletonsInstantiated() {
        declared = beans.stream().sorted(Comparator.comparing(RequestType::code)).toList();
        long codes = declared.stream().map(RequestType::code).distinct().count();
        if (codes != declared.size()) {
            throw new IllegalStateException("two request types of one code");
        }
    }

    /** The type, or a {@code not-found} problem; retired ones are found too. */
    RequestType get(String code) {
        return find(code).orElseThrow(Problem::notFound);
    }

    Optional<RequestType> find(String code) {
        return declared.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .or(() -> general.find(code));
    }

    /** How it is called; what is no longer known is called by its code. */
    Label nameOf(String code) {
        return find(code).map(RequestType::name).orElse(Label.of(code, code));
    }

    /** All that are in use. */
    List<RequestType> listAll() {
        return Stream.concat(declared.stream(), general.listOpen().stream()).toList();
    }

    /** What the actor may choose to submit now. */
    List<RequestType> submittedBy(Actor actor) {
        return listAll().stream().filter(type -> type.offered() && maySubmit(actor, type)).toList();
    }

    boolean maySubmit(Actor actor, RequestType type) {
        return type.submittedBy() == null || actor.may(type.submittedBy());
    }

    /** Whether several may be agreed to at once, without looking at each. */
    static boolean mayBatch(RequestType type) {
        return !type.mustBeDecided() && !type.mustBeProven();
    }
}
