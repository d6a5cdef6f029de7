package org.kedang.kernel.web;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code page} and {@code size}. */
final class PagingResolver implements HandlerMethodArgumentResolver {
    private static final int USUAL_SIZE = 20;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Paging(number(request, "page", 1), number(request, "size", USUAL_SIZE));
    }

    private static int number(NativeWebRequest request, String name, int usual) {
        String text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.of(KernelProblem.PAGE_OUT_OF_RANGE);
        }
    }
}
