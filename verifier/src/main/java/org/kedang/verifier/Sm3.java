package org.kedang.verifier;

/** The hash SM3 of GB/T 32905-2016, which Java does not have. */
final class Sm3 {
    private static final int[] START = {
        0x7380166f,
        0x4914b2b9,
        0x172442d7,
        0xda8a0600,
        0xa96f30bc,
        0x163138aa,
        0xe38dee4d,
        0xb0fb0e4e
    };
    private static final int BLOCK = 64;

    private final int[] state = START.clone();
    private final byte[] block = new byte[BLOCK];
    private final int[] words = new int[68];
    private int filled;
    private long length;

    static byte[] hash(byte[]... parts) {
        Sm3 sm3 = new Sm3();
        for (byte[] part : parts) {
            sm3.update(part);
        }
        return sm3.digest();
    }

    private void update(byte[] data) {
        for (byte one : data) {
            block[filled++] = one;
            if (filled == BLOCK) {
                compress();
            }
        }
        length += data.length;
    }

    private byte[] digest() {
        long bits = length * 8;
        update(new byte[] {(byte) 0x80});
        while (filled != BLOCK - 8) {
            update(new byte[] {0});
        }
        byte[] end = new byte[8];
        for (int i = 0; i < 8; i++) {
            end[i] = (byte) (bits >>> (56 - 8 * i));
        }
        update(end);
        byte[] hash = new byte[32];
        for (int i = 0; i < 32; i++) {
            hash[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
        }
        return hash;
    }

    /** Section 5.3 of the standard: expand the block to words, then 64 rounds. */
    private void compress() {
        filled = 0;
        expand();
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int j = 0; j < 64; j++) {
            int constant = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j);
            int rotated = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(rotated + e + constant, 7);
            int ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
            int gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
            int tt1 = ff + d + (ss1 ^ rotated) + (words[j] ^ words[j + 4]);
            int tt2 = gg + h + ss1 + words[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        int[] round = {a, b, c, d, e, f, g, h};
        for (int i = 0; i < 8; i++) {
            state[i] ^= round[i];
        }
    }

    private void expand() {
        for (int j = 0; j < 16; j++) {
            int at = 4 * j;
            words[j] =
                    block[at] << 24
                            | (block[at + 1] & 0xff) << 16
                            | (block[at + 2] & 0xff) << 8
                            | block[at + 3] & 0xff;
        }
        for (int j = 16; j < 68; j++) {
            int x = words[j - 16] ^ words[j - 9] ^ Integer.rotateLeft(words[j - 3], 15);
            words[j] =
                    x
                            ^ Integer.rotateLeft(x, 15)
                            ^ Integer.rotateLeft(x, 23)
                            ^ Integer.rotateLeft(words[j - 13], 7)
                            ^ words[j - 6];
        }
    }
}
