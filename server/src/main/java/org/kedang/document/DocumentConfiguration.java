package org.kedang.document;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

    @Bean
    VirusScanner virusScanner(DocumentSettings settings) {
        return new VirusScanner(settings);
    }

    @Bean
    Documents documents(DocumentSettings settings, VirusScanner virusScanner) {
        return new Documents(settings, virusScanner);
    }
}
