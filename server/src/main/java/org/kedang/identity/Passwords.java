package org.kedang.identity;

import org.kedang.kernel.Problem;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.Locale;

/** Makes, checks and judges passwords (Argon2id). */
@Component
public class Passwords {
    private static final String LETTERS =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GIVEN_LENGTH = 14;

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final PasswordEncoder forGiven = new Argon2PasswordEncoder(16, 32, 1, 1024, 1);
    private final SecureRandom random = new SecureRandom();
    private final IdentitySettings settings;

    /** Compared against when there is no such person, so that the answer takes as long. */
    private final String nobody = encoder.encode("nobody");

    Passwords(IdentitySettings settings) {
        this.settings = settings;
    }

    public String hash(String password) {
        return encoder.encode(password);
    }

    /** Hashes what {@link #give} made: 81 random bits need no slow hash, and thousands are made. */
    String hashGiven(String given) {
        return forGiven.encode(given);
    }

    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Takes as long as a comparison, where there is nothing to compare with. */
    public void pretendToMatch(String password) {
        encoder.matches(password, nobody);
    }

    /** A first password to hand over: easy to read aloud, hard to guess. */
    String give() {
        StringBuilder given = new StringBuilder(GIVEN_LENGTH + 2);
        for (int i = 0; i < GIVEN_LENGTH; i++) {
            if (i == 5 || i == 10) {
                given.append('-');
            }
            given.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return given.toString();
    }

    /** The hash of a password that nobody knows, for accounts that have none here. */
    String unknown() {
        return hash(give() + give());
    }

    /** Accepts the password, or tells which rule it breaks ({@code password-too-weak}). */
    public void check(String userName, String password) {
        boolean long_ = password.length() >= settings.passwordLength();
        boolean mixed = kinds(password) >= 2;
        boolean named =
                password.toLowerCase(Locale.ROOT).contains(userName.toLowerCase(Locale.ROOT));
        if (!long_ || !mixed || named || password.length() > 200) {
            throw Problem.of(IdentityProblem.PASSWORD_TOO_WEAK, settings.passwordLength());
        }
    }

    private static int kinds(String password) {
        boolean letters = password.chars().anyMatch(Character::isLetter);
        boolean digits = password.chars().anyMatch(Character::isDigit);
        boolean symbols = password.chars().anyMatch(c -> !Character.isLetterOrDigit(c));
        return (letters ? 1 : 0) + (digits ? 1 : 0) + (symbols ? 1 : 0);
    }
}
