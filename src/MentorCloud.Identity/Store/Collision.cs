using Npgsql;

namespace MentorCloud.Identity.Store;

/// <summary>Recognises that PostgreSQL ended a transaction because of another one: doing it again is right.</summary>
internal static class Collision
{
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        _ => Is(exception.InnerException),
    };
}
