package org.kedang.export;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.export.CustomerExport.State;
import org.kedang.export.CustomerExports.Held;
import org.kedang.export.ExportSheet.Fact;
import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.kedang.storage.ContentId;
import org.kedang.storage.ContentStore;
import org.kedang.storage.Incoming;
import org.kedang.storage.KeyId;
import org.kedang.storage.Keys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Makes the files, each in one transaction with what says that it is made, and removes them when
 * their time is over. A file holds what whoever asked may see when it is made; it is kept encrypted
 * with a key of its own.
 */
@Service
class MakingExports {
    private final CustomerExports exports;
    private final ChosenCustomers chosen;
    private final CustomColumns custom;
    private final SelectionWords words;
    private final Accounts accounts;
    private final Visibilities visibilities;
    private final ContentStore store;
    private final Keys keys;
    private final Telling telling;
    private final ExportSettings settings;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MakingExports(
            CustomerExports exports,
            ChosenCustomers chosen,
            CustomColumns custom,
            SelectionWords words,
            Accounts accounts,
            Visibilities visibilities,
            ContentStore store,
            Keys keys,
            Telling telling,
            ExportSettings settings,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.exports = exports;
        this.chosen = chosen;
        this.custom = custom;
        this.words = words;
        this.accounts = accounts;
        this.visibilities = visibilities;
        this.store = store;
        this.keys = keys;
        this.telling = telling;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All that was approved, and all whose time is over. */
    void work() {
        whileThereAreMore(this::makeNext);
        whileThereAreMore(this::removeNext);
    }

    private void whileThereAreMore(BooleanSupplier work) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean()));
        }
    }

    private boolean makeNext() {
        Optional<Held> next = exports.takeApproved();
        next.ifPresent(
                held ->
                        findRequester(held)
                                .ifPresentOrElse(by -> make(by, held), () -> fail(held)));
        return next.isPresent();
    }

    private void fail(Held held) {
        exports.end(held.id(), State.FAILED);
        audit.record(about(Actor.SYSTEM, ExportAct.ENDED, held));
    }

    private boolean removeNext() {
        Optional<Held> next = exports.takeOutdated();
        next.ifPresent(
                held -> {
                    exports.end(held.id(), State.EXPIRED);
                    ContentId content = held.content();
                    KeyId key = held.key();
                    if (content != null && key != null) {
                        store.remove(content, key);
                    }
                    audit.record(about(Actor.SYSTEM, ExportAct.ENDED, held));
                });
        return next.isPresent();
    }

    /** A small one, within the present transaction. */
    void makeNow(Actor by, UUID id) {
        exports.approve(id, clock.instant().plus(Duration.ofDays(settings.days())));
        make(by, exports.find(id).orElseThrow());
    }

    /**
     * @throws Problem {@code export-requester} if whoever asked may see no customers any more
     */
    void requireSeeing(Held held) {
        if (findRequester(held).isEmpty()) {
            throw Problem.of(CustomerExportProblem.REQUESTER_MAY_NOT);
        }
    }

    private Optional<Actor> findRequester(Held held) {
        return accounts.find(held.person())
                .map(account -> actor(account, held))
                .filter(by -> by.may(Permission.CUSTOMER_READ));
    }

    private static Actor actor(Account account, Held held) {
        return account.actor(new Actor.Connection(held.from(), null, null));
    }

    private void make(Actor by, Held held) {
        Visibility visibility = visibilities.of(by, Permission.CUSTOMER_READ);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExportSheet sheet = new ExportSheet(bytes, columns(held));
        chosen.read(
                held.selection(),
                held.clear() ? visibility : visibility.with(visibility.fields().masked()),
                settings.most(),
                sheet::add);
        sheet.finish(facts(by, held, sheet.size()));
        KeyId key = keys.create();
        try (Incoming received =
                store.receive(key, new ByteArrayInputStream(bytes.toByteArray()), name(held))) {
            store.keep(received);
            exports.ready(held.id(), sheet.size(), received.content());
        }
        audit.record(
                about(by, ExportAct.MADE, held)
                        .reason(held.purpose())
                        .change("count", null, sheet.size())
                        .change("clear", null, held.clear()));
        if (held.requestId() != null) {
            tell(held);
        }
    }

    private List<ExportSheet.Column> columns(Held held) {
        return Stream.concat(
                        held.columns().stream()
                                .map(one -> new ExportSheet.Column(one.label().zh(), one::of)),
                        custom.columns(held.more()).stream())
                .toList();
    }

    private void tell(Held held) {
        telling.tell(
                List.of(held.person()),
                ExportNotice.READY,
                new Message(
                        held.id().toString(),
                        new Wording(
                                "客户导出 %s 可以下载".formatted(held.number()),
                                "Export %s of customers is ready".formatted(held.number())),
                        new Wording(
                                "%d 天内可下载，每次下载都记入日志。".formatted(settings.days()),
                                "It can be fetched for %d days; each time is kept in the log."
                                        .formatted(settings.days())),
                        "/customer-exports"));
    }

    private List<Fact> facts(Actor by, Held held, int count) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("导出编号", held.number()));
        facts.add(new Fact("导出人", by.name()));
        facts.add(new Fact("生成时间", ExportColumn.minute(clock.instant())));
        facts.add(new Fact("用途", held.purpose()));
        facts.add(new Fact("范围", words.of(held.selection())));
        facts.add(new Fact("客户数", String.valueOf(count)));
        facts.add(new Fact("敏感信息", held.clear() ? "按导出人的权限显示" : "已遮盖"));
        facts.add(
                new Fact("审批", Objects.requireNonNullElse(held.requestNumber(), "不超过免审批数量，无须审批")));
        facts.add(
                new Fact(
                        "下载期限",
                        ExportColumn.minute(
                                Objects.requireNonNullElse(held.expiresAt(), Instant.EPOCH))));
        facts.add(new Fact("提示", "内含客户信息，仅限上述用途，用后删除；每次下载均有记录。"));
        return facts;
    }

    static String name(Held held) {
        return "客户导出 " + held.number() + ".xlsx";
    }

    static Entry about(Actor by, ExportAct act, Held held) {
        Entry entry = Entry.of(by, act).subject("customer-export", held.id(), held.number());
        UUID request = held.requestId();
        return request == null ? entry : entry.request(request);
    }
}
