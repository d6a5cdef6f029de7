package org.kedang.signin;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;

import org.kedang.KedangApplication;
import org.kedang.TestClient;
import org.kedang.database.DatabaseInitializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application with a company's OpenID provider and LDAP directory beside it; one context for
 * all such tests. It shares the database of the other tests, so it shares their files too, and
 * leaves their indexing alone.
 */
@SpringBootTest(
        classes = KedangApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "kedang.db-temporary=true",
            "kedang.data=target/test-data-${kedang.test-process:alone}",
            "kedang.index.folder=target/test-enterprise-${kedang.test-process:alone}/index",
            "kedang.document.temp-folder=target/test-enterprise-${kedang.test-process:alone}/documents",
            "spring.jpa.properties.hibernate.search.coordination.event_processor.enabled=false",
            "kedang.demo=true",
            "kedang.demo-password=" + TestClient.PASSWORD
        })
@ContextConfiguration(initializers = DatabaseInitializer.class)
public abstract class EnterpriseTest {
    /** Fixed before the server starts, because the provider must know where people come back to. */
    protected static final int PORT = OpenIdProvider.freePort();

    protected static final String ADDRESS = "http://127.0.0.1:" + PORT;
    protected static final String PROVIDER_PASSWORD = OpenIdProvider.PASSWORD;
    protected static final String DIRECTORY_PASSWORD = CompanyDirectory.PASSWORD;
    static final OpenIdProvider PROVIDER = OpenIdProvider.start(ADDRESS);
    static final CompanyDirectory DIRECTORY = CompanyDirectory.start();

    @DynamicPropertySource
    static void company(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("kedang.signin.oidc.issuer", PROVIDER::issuer);
        properties.add("kedang.signin.oidc.client-id", () -> OpenIdProvider.CLIENT);
        properties.add("kedang.signin.oidc.client-secret", () -> OpenIdProvider.SECRET);
        properties.add("kedang.signin.ldap.url", DIRECTORY::url);
        properties.add("kedang.signin.ldap.certificate", DIRECTORY.certificate::toString);
        properties.add("kedang.signin.ldap.base", () -> CompanyDirectory.BASE);
        properties.add("kedang.signin.ldap.account", () -> CompanyDirectory.READER);
        properties.add("kedang.signin.ldap.password", () -> "reader-secret");
        // by hand only: a run of its own accord would race with what the tests expect
        properties.add("kedang.signin.ldap.every", () -> "0s");
    }

    /** Somebody at the top of the directory, in none of its departments. */
    protected static void inDirectory(String userName, String name) {
        try {
            DIRECTORY.person(userName, name);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static void outOfDirectory(String userName) {
        try {
            DIRECTORY.server.delete("uid=" + userName + "," + CompanyDirectory.BASE);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
