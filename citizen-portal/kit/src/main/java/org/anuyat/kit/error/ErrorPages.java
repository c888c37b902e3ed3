package org.anuyat.kit.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what filters and the server have refused. */
@Controller
final class ErrorPages implements ErrorController {

    /** A request attribute with the code of better words than those of the status. */
    static final String CODE = ErrorPages.class.getName() + ".code";

    private final Meanings meanings;
    private final Answer answer;

    ErrorPages(Meanings meanings, Answer answer) {
        this.meanings = meanings;
        this.answer = answer;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    Object error(HttpServletRequest request) {
        return answer.to(request, refusal(request), List.of());
    }

    private Refusal refusal(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            return Refusal.notFound();
        }
        Refusal refusal = Meanings.worded(status);
        if (request.getAttribute(CODE) instanceof String code) {
            return new Refusal(refusal.status(), code);
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable exception) {
            return meanings.of(exception);
        }
        return refusal;
    }
}
