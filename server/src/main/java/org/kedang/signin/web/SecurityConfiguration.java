package org.kedang.signin.web;

import jakarta.servlet.DispatcherType;

import org.kedang.identity.Accounts;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.kernel.web.ProblemWriter;
import org.kedang.signin.Tokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every request: who may come in at all, CSRF, headers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    private static final String CONTENT_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; "
                    + "worker-src 'self' blob:; connect-src 'self'; font-src 'self' data:; "
                    + "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    private final Gate gate;

    SecurityConfiguration(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            Accounts accounts,
            Tokens tokens,
            SessionDoor door,
            ProblemWriter problems) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        // AccountFilter finds out who asks; nothing else may make, keep or rename sessions
        http.securityContext(
                        context ->
                                context.securityContextRepository(
                                        new NullSecurityContextRepository()))
                .requestCache(cache -> cache.disable())
                .formLogin(login -> login.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> {})
                .csrf(
                        csrf ->
                                csrf.spa()
                                        .ignoringRequestMatchers(
                                                path.matcher(HttpMethod.POST, "/api/session"),
                                                path.matcher(
                                                        HttpMethod.POST, "/api/session/passkey/**"),
                                                path.matcher(HttpMethod.POST, "/api/setup"),
                                                AccountFilter::isByToken))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(
                                                "/api/session",
                                                "/api/session/passkey/**",
                                                "/api/session/second-step",
                                                "/api/stolen",
                                                "/api/session/oidc/**",
                                                "/api/session/ways",
                                                "/api/setup")
                                        .permitAll()
                                        .requestMatchers(
                                                "/actuator/health/readiness",
                                                "/actuator/health/liveness")
                                        .permitAll()
                                        .requestMatchers("/actuator/**")
                                        .denyAll()
                                        .requestMatchers("/api/**", "/v3/**")
                                        .authenticated()
                                        .anyRequest()
                                        .permitAll())
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(
                                                (request, response, e) ->
                                                        problems.write(
                                                                request,
                                                                response,
                                                                Problem.of(
                                                                        KernelProblem
                                                                                .NOT_SIGNED_IN)))
                                        .accessDeniedHandler(
                                                (request, response, e) ->
                                                        problems.write(
                                                                request,
                                                                response,
                                                                Problem.of(
                                                                        e instanceof CsrfException
                                                                                ? KernelProblem
                                                                                        .CSRF_TOKEN_INVALID
                                                                                : KernelProblem
                                                                                        .NOT_PERMITTED))))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy -> policy.policyDirectives(CONTENT_POLICY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new BodyLimitFilter(problems), CsrfFilter.class)
                // before CSRF, so that the log can say whose request was refused there
                .addFilterBefore(new AccountFilter(accounts, tokens, door), CsrfFilter.class);
        return http.build();
    }

    /** The session's cookie: unreadable for scripts, sent to us alone. */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("KEDANG_SESSION");
        cookie.setSameSite("Strict");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setCookiePath("/");
        return cookie;
    }
}
