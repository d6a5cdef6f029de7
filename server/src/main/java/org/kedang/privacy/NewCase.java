package org.kedang.privacy;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.consent.ConsentChannel;
import org.kedang.kernel.PlainText;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A case as it is recorded.
 *
 * @param customerId {@code null} if nothing is kept about whoever asks
 * @param contact a phone number or mail address for the answer
 * @param responsibleId who answers for it; the recording person if not given
 */
@Schema(name = "NewRightsCase")
public record NewCase(
        @NotNull(message = "required") CaseKind kind,
        @Nullable UUID customerId,
        @PlainText(max = 60, required = true) String requester,
        @Nullable @PlainText(max = 120) String contact,
        @NotNull(message = "required") ConsentChannel channel,
        @PlainText(max = 2000, required = true, multiline = true) String wish,
        @NotNull(message = "required") LocalDate receivedOn,
        @Nullable UUID responsibleId) {}
