package fi.sovittu.identity;

import fi.sovittu.identity.Caller.Grant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A participant as it is to stand on the {@link Roll}. Immutable.
 *
 * @param room the parallel room chosen
 * @param voting {@code YES}, {@code NO} or {@code WAITING}
 * @param expected the channel that it means to attend by
 * @param deputyOf whose place it may take for a time
 */
public record Enrolment(
    UUID id,
    String name,
    @Nullable String email,
    @Nullable UUID organisation,
    @Nullable String title,
    @Nullable UUID room,
    List<Grant> roles,
    boolean represents,
    String voting,
    @Nullable UUID deputyOf,
    @Nullable String expected) {}
