package org.kedang.operations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * When the installation is no longer well.
 *
 * @param leastFreeSpace with less left on the disk of the content store, health warns
 */
@Validated
@ConfigurationProperties("kedang.operations")
public record OperationsSettings(@DefaultValue("5GB") DataSize leastFreeSpace) {}
