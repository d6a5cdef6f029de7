package org.kedang.deletion;

import org.kedang.identity.Holders;
import org.kedang.kernel.Permission;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Tells of deletions by the numbers of their requests. */
@Component
class TellingOfDeletions {
    private final Telling telling;
    private final Holders holders;

    TellingOfDeletions(Telling telling, Holders holders) {
        this.telling = telling;
        this.holders = holders;
    }

    void waiting(UUID id, String request) {
        telling.tell(
                holders.ofPermission(Permission.CUSTOMER_ERASE, null),
                DeletionNotice.WAITING,
                new Message(
                        id.toString(),
                        new Wording(
                                "客户删除待执行：" + request, "A deletion waits to be done: " + request),
                        new Wording("已获批准，请核对后执行。", "It was approved; look at it and do it."),
                        "/deletions"));
    }

    void ended(Deletions.Held one, boolean done) {
        telling.tell(
                List.of(one.requestedBy()),
                DeletionNotice.ENDED,
                new Message(
                        one.id().toString(),
                        new Wording(
                                (done ? "客户删除已执行：" : "客户删除已放弃：") + one.requestNumber(),
                                (done ? "Deletion done: " : "Deletion abandoned: ")
                                        + one.requestNumber()),
                        new Wording("请打开申请查看。", "Open the request to see it."),
                        "/approvals/" + one.requestId()));
    }
}
