package org.kedang.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that signs checkpoints, written as a C2SP "vkey": name, key id, and type with the
 * public key, joined by plus signs.
 *
 * @param id the first four bytes of SHA-256(name, 0x0A, type, public key) in hex
 */
record Key(String name, String id, Signatures signatures) {
    /** Decides whether bytes are the key's signature of a text. Safe for several threads. */
    @FunctionalInterface
    interface Signatures {
        boolean fits(byte[] text, byte[] signature);
    }

    private static final byte[] SM2_TYPE = {(byte) 0xff, 's', 'm', '2'};

    static Key parse(String vkey) throws Unusable {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty() || !parts[1].matches("[0-9a-f]{8}")) {
            throw unreadable(vkey);
        }
        byte[] typed;
        try {
            typed = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            throw unreadable(vkey);
        }
        if (!id(parts[0], typed).equals(parts[1])) {
            throw new Unusable(
                    "公钥的编号与内容不符（抄写有误）：%s",
                    "The key's id does not fit its content (a slip in copying): %s",
                    shortened(vkey));
        }
        return new Key(parts[0], parts[1], signatures(vkey, typed));
    }

    static String id(String name, byte[] typed) {
        MessageDigest digest = Hashes.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return HexFormat.of().formatHex(digest.digest(typed), 0, 4);
    }

    private static Signatures signatures(String vkey, byte[] typed) throws Unusable {
        if (typed.length == 33 && typed[0] == 1) {
            return Ed25519.of(Arrays.copyOfRange(typed, 1, 33));
        }
        if (typed.length == 69 && Arrays.equals(typed, 0, 4, SM2_TYPE, 0, 4)) {
            return Sm2.of(Arrays.copyOfRange(typed, 4, 69));
        }
        throw new Unusable(
                "不认识的公钥类型（只支持 Ed25519 和 SM2）：%s",
                "Unknown type of key (Ed25519 and SM2 are known): %s", shortened(vkey));
    }

    private static Unusable unreadable(String vkey) {
        return new Unusable(
                "这不是公钥，也不是存有公钥的文件。公钥的写法是 名称+8位编号+base64：%s",
                "Neither a key nor a file with keys. A key is written name+8 hex digits+base64: %s",
                shortened(vkey));
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
