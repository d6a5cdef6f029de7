/** Resumable uploads over HTTP: tus 1.0.0 core, creation, expiration, termination. */
@NullMarked
package org.kedang.storage.web;

import org.jspecify.annotations.NullMarked;
