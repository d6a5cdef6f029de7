package org.kedang.kernel.web;

import java.util.List;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Paging;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class KernelWebConfiguration implements WebMvcConfigurer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
        SpringDocUtils.getConfig().replaceParameterObjectWithClass(Paging.class, PagingParameters.class);
    }

    /** How {@link Paging} looks in the OpenAPI document. */
    record PagingParameters(Integer page, Integer size) {}

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorResolver());
        resolvers.add(new PagingResolver());
    }
}
