package org.kedang.notice;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** The robots of this installation. */
@Component
class Robots {
    private final List<Robot> robots;

    Robots(NoticeSettings settings) {
        robots = settings.robots();
    }

    List<Robot> carrying(NoticeKind kind) {
        return robots.stream().filter(robot -> robot.carries(kind)).toList();
    }

    Optional<Robot> find(String name) {
        return robots.stream().filter(robot -> robot.name().equals(name)).findFirst();
    }
}
