/** The main jobs, done in a real browser as people do them. */
package org.kedang.browser;
