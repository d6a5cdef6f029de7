package org.kedang.index;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the index.
 *
 * @param folder where its files are; all of them can be made anew from the database and the stored content
 */
@ConfigurationProperties("kedang.index")
record IndexSettings(Path folder) {}
