/**
 * Proves, or disproves, an export of the audit log with the checkpoints that were published and a
 * public key, without trusting the server that made it; the format is in docs/audit-format.md.
 */
@NullMarked
package org.kedang.verifier;

import org.jspecify.annotations.NullMarked;
