package org.kedang.kernel.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

import java.io.IOException;
import java.time.Duration;

/**
 * Serves the client: its named-by-content files for good, its one page for every address a person
 * may type.
 */
@Configuration(proxyBeanMethods = false)
class ClientPages implements WebMvcConfigurer {
    private static final String CLIENT = "classpath:/static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(CLIENT + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(CLIENT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new OnePage());
    }

    private static final class OnePage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            Resource file = super.getResource(path, location);
            if (file != null || isOurs(path)) {
                return file;
            }
            return super.getResource("index.html", location);
        }

        /** Addresses of the API and of files answer "not found" themselves. */
        private static boolean isOurs(String path) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            return path.startsWith("api/")
                    || path.startsWith("v3/")
                    || path.startsWith("actuator/")
                    || last.contains(".");
        }
    }
}
