package org.kedang.kernel.web;

import com.fasterxml.jackson.databind.JavaType;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.servers.Server;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Paging;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What the OpenAPI document says beyond what annotations tell. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("客档 Kedang")
                                .version("1")
                                .description(
                                        "Customer archives: the API that the client and scripts"
                                                + " speak."));
    }

    /** The same text wherever it runs. */
    @Bean
    OpenApiCustomizer withoutAddress() {
        return api -> api.setServers(List.of(new Server().url("/")));
    }

    /** {@link Paging} is two parameters. */
    @Bean
    OperationCustomizer pagingAsTwoParameters() {
        return (operation, method) -> {
            boolean paged =
                    Arrays.stream(method.getMethodParameters())
                            .anyMatch(parameter -> parameter.getParameterType() == Paging.class);
            if (paged) {
                List<Parameter> parameters = new ArrayList<>(operation.getParameters());
                parameters.removeIf(parameter -> "paging".equals(parameter.getName()));
                parameters.add(number("page", "counts from 1"));
                parameters.add(number("size", "1 to 200"));
                operation.setParameters(parameters);
            }
            return operation;
        };
    }

    private static Parameter number(String name, String description) {
        return new Parameter()
                .in("query")
                .name(name)
                .description(description)
                .schema(new IntegerSchema());
    }

    /** What is not {@link Nullable} in a record is always there. */
    @Bean
    ModelConverter requiredUnlessNullable() {
        return new ModelConverter() {
            @Override
            public @Nullable Schema<?> resolve(
                    AnnotatedType type,
                    ModelConverterContext context,
                    Iterator<ModelConverter> chain) {
                Schema<?> schema =
                        chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
                JavaType java = Json.mapper().constructType(type.getType());
                if (schema != null && java.getRawClass().isRecord()) {
                    require(schema, java.getRawClass(), context);
                }
                return schema;
            }
        };
    }

    private static void require(Schema<?> schema, Class<?> type, ModelConverterContext context) {
        String reference = schema.get$ref();
        Schema<?> model =
                reference == null
                        ? schema
                        : context.getDefinedModels()
                                .get(reference.substring(reference.lastIndexOf('/') + 1));
        if (model == null || model.getProperties() == null) {
            return;
        }
        model.setRequired(
                Arrays.stream(type.getRecordComponents())
                        .filter(component -> !isNullable(component))
                        .map(RecordComponent::getName)
                        .filter(model.getProperties()::containsKey)
                        .toList());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
