package org.kedang.identity;

import java.util.UUID;

/** A second person unlocked the account or gave it a new password. */
public record AccountReopened(UUID person, String userName) {}
