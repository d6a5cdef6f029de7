/**
 * What must hold when machines fail and many people work at once. The tests run a short form;
 * {@code ./kedang trial NAME} runs the long one.
 */
package org.kedang.trial;
