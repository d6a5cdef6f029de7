package org.kedang.approval;

import org.kedang.form.FormValues;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A request to be submitted.
 *
 * @param chosen people for the steps whose approvers the requester chooses
 */
public record NewRequest(
        String type, FormValues fields, String reason, Map<String, List<UUID>> chosen) {}
