package org.kedang.kernel.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiDescription {
    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("客档 Kedang").version("1").description("Customer archives: the API that the client and scripts speak."));
    }

    /** The same text wherever it runs. */
    @Bean
    OpenApiCustomizer withoutAddress() {
        return api -> api.setServers(List.of(new Server().url("/")));
    }
}
