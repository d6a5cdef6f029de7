package org.kedang.feedback;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.consent.ConsentChannel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One word of a customer, or of somebody nobody knows yet.
 *
 * @param giver who said it
 * @param contact where to answer; as the reader may see phones and mails
 * @param own whether the reader may answer and close it
 */
public record Feedback(
        UUID id,
        String number,
        State state,
        ConsentChannel channel,
        String text,
        @Nullable String giver,
        @Nullable String contact,
        @Nullable UUID customerId,
        @Nullable String customerName,
        LocalDate receivedOn,
        @Nullable UUID assignedTo,
        @Nullable String assignedToName,
        @Nullable String answer,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt,
        @Nullable String conclusion,
        @Nullable String closedByName,
        @Nullable Instant closedAt,
        String recordedByName,
        Instant recordedAt,
        boolean own) {
    /** How far it is. */
    @Schema(name = "FeedbackState")
    public enum State {
        NEW("待分派"),
        ASSIGNED("处理中"),
        ANSWERED("已答复"),
        CLOSED("已关闭");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
