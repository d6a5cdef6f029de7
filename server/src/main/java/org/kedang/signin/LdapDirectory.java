package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Problem;
import org.springframework.ldap.AuthenticationException;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.control.PagedResultsDirContextProcessor;
import org.springframework.ldap.core.ContextMapper;
import org.springframework.ldap.core.DirContextAdapter;
import org.springframework.ldap.core.LdapOperations;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.core.support.DefaultTlsDirContextAuthenticationStrategy;
import org.springframework.ldap.core.support.LdapContextSource;
import org.springframework.ldap.core.support.SingleContextSource;
import org.springframework.ldap.filter.AndFilter;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.ldap.filter.HardcodedFilter;
import org.springframework.ldap.support.LdapUtils;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.naming.directory.SearchControls;
import javax.naming.ldap.LdapName;

/** Asks the company's LDAP directory: who there is, and whether a password is right. */
@Component
class LdapDirectory {
    private static final int PAGE = 500;

    /**
     * An entry.
     *
     * @param id stays when the entry is renamed or moved
     * @param dn its whole distinguished name
     */
    record Entry(String id, LdapName dn, @Nullable String userName, String name) {}

    private final LdapSettings settings;
    private volatile @Nullable LdapContextSource source;

    LdapDirectory(LdapSettings settings) {
        this.settings = settings;
    }

    /**
     * The id of the entry that this name and password open. What people type goes into the filter
     * escaped (RFC 4515), and an empty password is none: a server would take it for a nameless
     * sign-in (RFC 4513, 5.1.2).
     *
     * @throws Problem {@code directory-unreachable}
     */
    Optional<String> prove(String userName, String password) {
        if (password.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Entry> entry = find(userName);
            if (entry.isPresent()) {
                LdapUtils.closeContext(source().getContext(entry.get().dn().toString(), password));
            }
            return entry.map(Entry::id);
        } catch (AuthenticationException e) {
            return Optional.empty();
        } catch (NamingException e) {
            throw Problem.of(SignInProblem.DIRECTORY_UNREACHABLE);
        }
    }

    /** The one entry of this user name; none if several claim it. */
    Optional<Entry> find(String userName) {
        String filter =
                new AndFilter()
                        .and(new HardcodedFilter(settings.people()))
                        .and(new EqualsFilter(settings.userName(), userName))
                        .encode();
        List<Entry> found =
                template().search(settings.base(), filter, controls(), mapper(settings.name()));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    List<Entry> people() {
        return all(settings.people(), settings.name());
    }

    List<Entry> departments() {
        return all(settings.departments(), settings.departmentName());
    }

    /** Page by page: directories refuse to answer thousands at once. */
    private List<Entry> all(String filter, String name) {
        try {
            return SingleContextSource.doWithSingleContext(
                    source(), operations -> allPages(operations, filter, name));
        } catch (NamingException e) {
            throw Problem.of(SignInProblem.DIRECTORY_UNREACHABLE);
        }
    }

    private List<Entry> allPages(LdapOperations operations, String filter, String name) {
        List<Entry> all = new ArrayList<>();
        var pages = new PagedResultsDirContextProcessor(PAGE);
        do {
            all.addAll(operations.search(settings.base(), filter, controls(), mapper(name), pages));
        } while (pages.hasMore());
        return all;
    }

    private SearchControls controls() {
        SearchControls controls = new SearchControls();
        controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
        controls.setReturningObjFlag(true);
        controls.setTimeLimit((int) settings.timeout().toMillis());
        controls.setReturningAttributes(
                new String[] {
                    settings.id(), settings.userName(), settings.name(), settings.departmentName()
                });
        return controls;
    }

    private ContextMapper<Entry> mapper(String name) {
        return found -> {
            DirContextAdapter entry = (DirContextAdapter) found;
            LdapName dn = LdapUtils.newLdapName(entry.getNameInNamespace());
            String shown = entry.getStringAttribute(name);
            return new Entry(
                    id(entry, dn),
                    dn,
                    entry.getStringAttribute(settings.userName()),
                    shown == null ? dn.getRdn(dn.size() - 1).getValue().toString() : shown);
        };
    }

    /** Text (entryUUID) or bytes (objectGUID of Active Directory). */
    private String id(DirContextAdapter entry, LdapName dn) {
        return switch (entry.getObjectAttribute(settings.id())) {
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case null -> dn.toString();
            case Object text -> text.toString();
        };
    }

    private LdapTemplate template() {
        LdapTemplate template = new LdapTemplate(source());
        template.setIgnorePartialResultException(true);
        return template;
    }

    private LdapContextSource source() {
        LdapContextSource known = source;
        if (known == null) {
            known = connect();
            source = known;
        }
        return known;
    }

    private LdapContextSource connect() {
        LdapContextSource made = new LdapContextSource();
        made.setUrl(settings.url());
        made.setUserDn(settings.account());
        made.setPassword(settings.password());
        made.setAnonymousReadOnly(settings.account().isBlank());
        made.setReferral("ignore");
        String millis = String.valueOf(settings.timeout().toMillis());
        Map<String, Object> environment = new HashMap<>();
        environment.put("com.sun.jndi.ldap.connect.timeout", millis);
        environment.put("com.sun.jndi.ldap.read.timeout", millis);
        environment.put("java.naming.ldap.attributes.binary", "objectGUID");
        if (settings.startTls()) {
            var tls = new DefaultTlsDirContextAuthenticationStrategy();
            tls.setShutdownTlsGracefully(true);
            tls.setSslSocketFactory(LdapSockets.trusting(settings.certificate()));
            made.setAuthenticationStrategy(tls);
        } else if (!settings.certificate().isBlank()) {
            LdapSockets.trust(settings.certificate());
            environment.put("java.naming.ldap.factory.socket", LdapSockets.class.getName());
        }
        made.setBaseEnvironmentProperties(environment);
        made.afterPropertiesSet();
        return made;
    }
}
