package org.kedang.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rules of access reviews.
 *
 * @param days how many days reviewers have before what they did not confirm is suspended
 */
@Validated
@ConfigurationProperties("kedang.access.review")
public record ReviewSettings(@Min(1) @Max(90) @DefaultValue("14") int days) {}
