package org.kedang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes over endpoints whose fixed beginning is another than that of the path. For a path with
 * variables all endpoints are tried in turn, each with its method, headers and types first: with
 * hundreds of them that was a sixth of what a request costs.
 */
final class QuickMapping extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo info, HttpServletRequest request) {
        return canMatch(info, request) ? super.getMatchingMapping(info, request) : null;
    }

    private boolean canMatch(RequestMappingInfo info, HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            return true;
        }
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        String value = path.value();
        if (value.indexOf('%') >= 0 || value.indexOf(';') >= 0) {
            return true;
        }
        for (String beginning : beginnings.computeIfAbsent(info, QuickMapping::beginnings)) {
            if (value.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** The texts before the first variable, of each of its patterns. */
    private static List<String> beginnings(RequestMappingInfo info) {
        return info.getPatternValues().stream().map(QuickMapping::beginning).toList();
    }

    static String beginning(String pattern) {
        int end = 0;
        while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        // "/files/**" is "/files" as well
        boolean any = pattern.startsWith("**", end) || pattern.startsWith("{*", end);
        return pattern.substring(0, any ? Math.max(0, end - 1) : end);
    }
}
