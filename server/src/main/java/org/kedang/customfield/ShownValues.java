package org.kedang.customfield;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;
import java.util.Map;

/**
 * Values of custom fields as a reader may see them.
 *
 * @param values by name of the field; of masked fields the masked form
 * @param names of the people whom values name, by id
 * @param maskedFields of which only the masked form is given
 * @param hiddenFields that are never given
 * @param readOnlyFields that are given and cannot be changed by the reader
 */
@Schema(name = "CustomValues")
public record ShownValues(
        Map<String, Object> values,
        Map<String, String> names,
        List<String> maskedFields,
        List<String> hiddenFields,
        List<String> readOnlyFields) {}
