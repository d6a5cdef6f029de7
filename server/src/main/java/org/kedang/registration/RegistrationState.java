package org.kedang.registration;

/** How far a customer is put on record. */
public enum RegistrationState {
    /** 未备案 */
    DUE,
    /** 备案中: somebody decides. */
    ASKED,
    /** 已备案 */
    DONE
}
