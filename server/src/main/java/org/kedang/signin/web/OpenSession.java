package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.kedang.identity.Account;

/** The one place where somebody who proved who they are gets a session. */
final class OpenSession {
    /** Opens a new session, whatever there was before. */
    static void open(Account account, HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        remember(account, request.getSession(true));
    }

    static void remember(Account account, HttpSession session) {
        session.setAttribute(SessionKeys.PERSON, account.id().toString());
        session.setAttribute(SessionKeys.STAMP, account.stamp());
    }

    private OpenSession() {}
}
