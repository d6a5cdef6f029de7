package org.kedang.demo;

import org.jspecify.annotations.Nullable;
import org.kedang.contact.ContactNames;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.preference.ActivityFields;
import org.kedang.preference.ActivityKind;
import org.kedang.preference.IdentifierKind;
import org.kedang.preference.Importance;
import org.kedang.preference.KeepingPreferences;
import org.kedang.preference.NewIdentifier;
import org.kedang.preference.PreferenceFields;
import org.kedang.preference.Topic;
import org.kedang.preference.Topics;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the made-up company's customers want to be treated, and by what they are recognised. */
@Component
@ConditionalOnBooleanProperty("kedang.demo")
class DemoPreferences {
    private final KeepingPreferences preferences;
    private final Topics topics;
    private final ContactNames contacts;
    private final Clock clock;

    DemoPreferences(
            KeepingPreferences preferences, Topics topics, ContactNames contacts, Clock clock) {
        this.preferences = preferences;
        this.topics = topics;
        this.contacts = contacts;
        this.clock = clock;
    }

    void write(Actor owner, List<UUID> customers) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
        UUID brewery = customers.get(0);
        UUID manager =
                contacts.of(brewery).entrySet().stream()
                        .filter(contact -> contact.getValue().equals("沈国强"))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        prefer(owner, brewery, manager, "忌讳", Importance.MUST, "对花生、虾蟹过敏，宴请前须告知餐厅。");
        prefer(owner, brewery, manager, "饮食", Importance.IMPORTANT, "喝绍兴黄酒要温到 40 度左右，不喝冰水。");
        prefer(owner, brewery, manager, "住宿", Importance.NICE, "出差住高楼层、离电梯远的房间，要硬枕头。");
        prefer(owner, brewery, null, "接待", Importance.IMPORTANT, "来厂参观走酿造车间的西门，需提前一天报车牌。");
        prefer(owner, customers.get(1), null, "习惯", Importance.IMPORTANT, "每月 5 日对账，请在 3 日前寄出对账单。");
        preferences.addIdentifier(
                owner,
                brewery,
                new NewIdentifier(IdentifierKind.PLATE, "浙D·88A19", manager, "黑色轿车"));
        preferences.addIdentifier(
                owner, brewery, new NewIdentifier(IdentifierKind.MEMBER, "VIP-00018", null, "贵宾卡"));
        preferences.writeActivity(
                owner,
                brewery,
                new ActivityFields(
                        ActivityKind.EXHIBITION,
                        "第三十二届中国绍兴黄酒节",
                        today.minusDays(17),
                        "绍兴国际会展中心",
                        manager,
                        "王雅琴等 3 人",
                        "对新包装很感兴趣，约定年底前送样。"));
        preferences.writeActivity(
                owner,
                customers.get(1),
                new ActivityFields(
                        ActivityKind.TRAINING,
                        "印染行业绿色供应链培训",
                        today.minusDays(60),
                        "柯桥",
                        null,
                        "徐斌",
                        null));
    }

    private void prefer(
            Actor owner,
            UUID customer,
            @Nullable UUID contact,
            String topic,
            Importance importance,
            String text) {
        preferences.write(
                owner,
                customer,
                new PreferenceFields(topic(topic), contact, text, importance, null, "销售一部", null));
    }

    private UUID topic(String name) {
        return topics.list().stream()
                .filter(topic -> topic.nameZh().equals(name))
                .map(Topic::id)
                .findFirst()
                .orElseThrow();
    }
}
