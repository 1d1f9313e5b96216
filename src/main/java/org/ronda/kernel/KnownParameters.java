package org.ronda.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What an address of the API may be asked with: the query parameters that its resource method declares, each at most
 * once, of the right type, and {@code limit} from 1 to {@link Slice#LARGEST}. Anything else is a bad request, so that a
 * misspelt filter never answers with everything.
 */
@ApplicationScoped
public class KnownParameters {
    /** Of every address: in which language the words of a problem are. */
    private static final Set<String> EVERYWHERE = Set.of("lang");

    @Inject
    Problems problems;

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseUnknown(ResourceInfo resource, UriInfo uri) {
        if (!problems.isApi() || resource.getResourceMethod() == null) {
            return;
        }
        Map<String, Class<?>> declared = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::declared);
        uri.getQueryParameters().forEach((name, values) -> {
            if (!EVERYWHERE.contains(name)
                    && (!declared.containsKey(name) || !fits(name, declared.get(name), values))) {
                throw new BadRequestException();
            }
        });
    }

    private static Map<String, Class<?>> declared(Method method) {
        Map<String, Class<?>> declared = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                declared.put(parameter.getName(), parameter.getType());
            } else if (parameter.getType().isRecord()) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    if (field.isAnnotationPresent(RestQuery.class)) {
                        declared.put(field.getName(), field.getType());
                    }
                }
            }
        }
        return declared;
    }

    private static boolean fits(String name, Class<?> type, List<String> values) {
        if (values.size() != 1) {
            return false;
        }
        String value = values.get(0);
        if (type == Boolean.class) {
            return value.equals("true") || value.equals("false");
        }
        if (type != Integer.class) {
            return true;
        }
        if (!value.matches("\\d{1,9}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return !name.equals("limit") || number >= 1 && number <= Slice.LARGEST;
    }
}
