package org.kedang.handover;

import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.identity.MovedByDirectory;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever is moved by hand hands over first. The directory asks nobody: those who can hand over
 * what the moved person still holds are told, the heads of both departments and whoever keeps
 * people.
 */
@Component
class TellingOfMoves {
    private final Telling telling;
    private final Holders holders;
    private final Directory directory;

    TellingOfMoves(Telling telling, Holders holders, Directory directory) {
        this.telling = telling;
        this.holders = holders;
        this.directory = directory;
    }

    /** Within the transaction that takes the directory over. */
    @EventListener
    void tell(MovedByDirectory moved) {
        Set<UUID> not = Set.of(moved.person());
        Set<UUID> heads = new LinkedHashSet<>();
        holders.headAbove(moved.from(), 0, not).ifPresent(heads::add);
        holders.headAbove(moved.to(), 0, not).ifPresent(heads::add);
        Set<UUID> keepers =
                new LinkedHashSet<>(holders.ofPermission(Permission.PERSON_MANAGE, null));
        keepers.removeAll(heads);
        keepers.remove(moved.person());
        String key = Ids.next().toString();
        tell(heads, moved, key, "/customers?ownerId=" + moved.person());
        tell(
                keepers,
                moved,
                key,
                "/people?q=" + URLEncoder.encode(moved.userName(), StandardCharsets.UTF_8));
    }

    private void tell(Set<UUID> people, MovedByDirectory moved, String key, String link) {
        long all = moved.held().values().stream().mapToLong(Long::longValue).sum();
        long customers = moved.held().getOrDefault("customers", 0L);
        String from = directory.departmentName(moved.from());
        String to = directory.departmentName(moved.to());
        telling.tell(
                people,
                HandoverNotice.MOVER_HOLDS,
                new Message(
                        key,
                        new Wording(
                                "%s已调岗，仍持有 %d 项".formatted(moved.name(), all),
                                "%s changed department and still holds %d things"
                                        .formatted(moved.name(), all)),
                        new Wording(
                                "企业目录把%s从%s调到%s；其持有的 %d 个客户和其他 %d 项没有变动。请移交，或确认由本人继续负责。"
                                        .formatted(
                                                moved.name(), from, to, customers, all - customers),
                                "The directory moved %s from %s to %s; %d customers and %d other things were left as they are. Hand them over, or see that they stay."
                                        .formatted(
                                                moved.name(),
                                                from,
                                                to,
                                                customers,
                                                all - customers)),
                        link));
    }
}
