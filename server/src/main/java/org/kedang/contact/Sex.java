package org.kedang.contact;

import io.swagger.v3.oas.annotations.media.Schema;

/** 女 or 男, as the contact says. */
@Schema(name = "ContactSex")
public enum Sex {
    FEMALE,
    MALE
}
