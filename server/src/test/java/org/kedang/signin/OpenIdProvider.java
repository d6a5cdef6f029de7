package org.kedang.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A real OpenID provider on a port of its own: Spring's authorization server, with PKCE required.
 */
final class OpenIdProvider {
    static final String CLIENT = "kedang";
    static final String SECRET = "only-for-this-test";
    static final String PASSWORD = "at-the-provider";

    final int port;

    private OpenIdProvider(int port) {
        this.port = port;
    }

    /** Another site than 127.0.0.1 for a browser, so that cookies meet their rules. */
    String issuer() {
        return "http://localhost:" + port;
    }

    /** For a system at this address. */
    static OpenIdProvider start(String address) {
        int port = freePort();
        System.setProperty("kedang.test.address", address);
        OpenIdProvider provider = new OpenIdProvider(port);
        System.setProperty("kedang.test.issuer", provider.issuer());
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "provider");
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(folder.toString());
            tomcat.getConnector().setPort(port);
            tomcat.getEngine().setName("provider");
            Context context = tomcat.addContext("", folder.toAbsolutePath().toString());
            var spring = new AnnotationConfigWebApplicationContext();
            spring.register(Rules.class);
            spring.setServletContext(context.getServletContext());
            serve(context, spring);
            tomcat.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        return provider;
    }

    private static void serve(Context context, AnnotationConfigWebApplicationContext spring) {
        Tomcat.addServlet(context, "all", new DispatcherServlet(spring)).setLoadOnStartup(1);
        context.addServletMappingDecoded("/", "all");
        FilterDef security = new FilterDef();
        security.setFilterName("springSecurityFilterChain");
        security.setFilter(new DelegatingFilterProxy("springSecurityFilterChain", spring));
        context.addFilterDef(security);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("springSecurityFilterChain");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No configuration of the application's: it is registered by hand, in a context of its own. */
    @EnableWebSecurity
    @EnableWebMvc
    static class Rules {
        @Bean
        SecurityFilterChain filters(HttpSecurity http) {
            http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder()
                    .issuer(System.getProperty("kedang.test.issuer"))
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(
                                    System.getProperty("kedang.test.address")
                                            + "/api/session/oidc/callback")
                            .scope("openid")
                            .scope("profile")
                            .clientSettings(
                                    ClientSettings.builder()
                                            .requireProofKey(true)
                                            .requireAuthorizationConsent(false)
                                            .build())
                            .build());
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(
                    Stream.of("wang", "li", "zhou", "wu")
                            .map(
                                    name ->
                                            User.withUsername(name)
                                                    .password("{noop}" + PASSWORD)
                                                    .roles("EMPLOYEE")
                                                    .build())
                            .toList());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> names() {
            return context ->
                    context.getClaims()
                            .claim("preferred_username", context.getPrincipal().getName());
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key =
                    new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                            .privateKey(pair.getPrivate())
                            .keyID("test")
                            .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }
    }
}
