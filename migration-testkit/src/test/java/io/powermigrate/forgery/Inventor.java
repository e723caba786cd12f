package io.powermigrate.forgery;

import io.powermigrate.model.Document;
import io.powermigrate.model.Item;
import io.powermigrate.model.Mapping;
import io.powermigrate.model.ResourceKey;
import io.powermigrate.model.Scope;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a value of any record of ours in which every text is the same one. */
final class Inventor {

    private final String text;
    private @Nullable Class<?> inside;

    Inventor(String text) {
        this.text = text;
    }

    /** A record, or what its constructor throws. */
    Object record(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            inside = type;
            return constructor.newInstance(Stream.of(components)
                    .map(component -> value(component.getGenericType()))
                    .toArray());
        } catch (InvocationTargetException e) {
            return e.getTargetException();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }

    private @Nullable Object value(Type type) {
        if (type instanceof ParameterizedType of) {
            return container((Class<?>) of.getRawType(), of.getActualTypeArguments());
        }
        if (type instanceof WildcardType any) {
            return value(any.getUpperBounds()[0]);
        }
        return type instanceof TypeVariable<?> variable ? value(variable.getBounds()[0]) : plain((Class<?>) type);
    }

    private @Nullable Object container(Class<?> raw, Type... of) {
        Object first = raw == Class.class || of[0] == inside ? null : value(of[0]);
        if (raw == Optional.class) {
            return Optional.ofNullable(first);
        }
        if (raw == List.class) {
            return first == null ? List.of() : List.of(first);
        }
        if (raw == Set.class || raw == SortedSet.class) {
            return first == null ? Set.of() : raw == Set.class ? Set.of(first) : new TreeSet<>(Set.of(first));
        }
        if (raw == Map.class || raw == SortedMap.class) {
            Object second = value(of[1]);
            Map<Object, Object> map = first == null || second == null ? Map.of() : Map.of(first, second);
            return raw == Map.class ? map : new TreeMap<>(map);
        }
        return raw == Class.class ? Object.class : plain(raw);
    }

    private @Nullable Object plain(Class<?> type) {
        if (type == String.class || type == Object.class || type == CharSequence.class) {
            return text;
        }
        if (type.isPrimitive()) {
            return type == boolean.class ? (Object) true : type == long.class ? (Object) 1L : (Object) 1;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            Object made = record(type);
            return made instanceof Throwable ? null : made;
        }
        return known(type);
    }

    private @Nullable Object known(Class<?> type) {
        Item item = Item.of(new ResourceKey("thing", text, text), text, text);
        List<Object> known = List.of(
                Document.of(Map.of("name", text)),
                item,
                Instant.EPOCH,
                LocalDate.EPOCH,
                URI.create("https://example.com/"),
                Clock.systemUTC(),
                Mapping.none(),
                Scope.everything());
        return known.stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> type.isInterface() ? proxy(type, item) : null);
    }

    private static Object proxy(Class<?> type, Item item) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "toString" -> type.getSimpleName();
                    case "hashCode" -> 1;
                    case "equals" -> proxy == arguments[0];
                    case "item" -> item;
                    default -> null;
                });
    }
}
