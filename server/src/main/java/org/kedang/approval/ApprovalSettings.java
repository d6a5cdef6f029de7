package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How requests are decided.
 *
 * @param guardianRole code of the role whose holders decide where nobody else is left; all who hold
 *     PROCESS_MANAGE if not given
 */
@Validated
@ConfigurationProperties("kedang.approval")
public record ApprovalSettings(@Nullable String guardianRole) {}
