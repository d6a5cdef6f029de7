package org.kedang.audit;

/** How checkpoints are signed. */
public enum SignatureKind {
    ED25519,
    /** With SM3 and the default user id (GB/T 32918.2, GB/T 35276), where law asks for it. */
    SM2
}
