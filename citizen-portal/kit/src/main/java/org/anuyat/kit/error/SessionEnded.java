package org.anuyat.kit.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Tells a reader whose form bears no valid token any more that the session has ended (หมดเวลาการเข้าสู่ระบบ) instead of that
 * something is forbidden. Every security chain has it, unless the chain sets another.
 */
public final class SessionEnded implements AccessDeniedHandler {

    SessionEnded() {
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (denied instanceof CsrfException) {
            request.setAttribute(ErrorPages.CODE, "kit.failed.session");
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }
}
