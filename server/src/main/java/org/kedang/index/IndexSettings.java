package org.kedang.index;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;

/**
 * Settings of the index.
 *
 * @param folder where its files are; all of them can be made anew from the database and the stored
 *     content
 */
@ConfigurationProperties("kedang.index")
record IndexSettings(Path folder) {}
