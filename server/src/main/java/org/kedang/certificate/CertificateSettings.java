package org.kedang.certificate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.util.Collections;
import java.util.List;

/**
 * When a customer's owner is reminded.
 *
 * @param remindBefore days before a certificate ends or is to be reviewed, each told once
 */
@Validated
@ConfigurationProperties("kedang.certificate")
public record CertificateSettings(
        @NotEmpty @Size(max = 10) @DefaultValue({"60", "30", "7"})
                List<@Min(0) @Max(366) Integer> remindBefore) {

    /** The first reminder. */
    int ahead() {
        return Collections.max(remindBefore);
    }
}
