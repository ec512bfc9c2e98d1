using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.Access;

/// <summary>Who makes the request; resolvers take it as a parameter.</summary>
internal sealed class Caller(Actor actor)
{
    private const int LongestKey = 64;

    public Actor Actor { get; } = actor;

    /// <exception cref="RefusedException">UNAUTHENTICATED.</exception>
    public TenantId Tenant => Actor.Tenant
        ?? throw new RefusedException(new Refusal(ErrorCodes.Unauthenticated, "Log in first, or send a valid access token."));

    /// <summary>The command id of an idempotency key: of this caller, so that nobody meets another's keys.</summary>
    /// <exception cref="RefusedException">INPUT_INVALID, UNAUTHENTICATED.</exception>
    public CommandId Command(string idempotencyKey)
    {
        if (idempotencyKey.Length is 0 or > LongestKey || idempotencyKey.Any(char.IsControl))
        {
            throw new RefusedException(new Refusal(
                ErrorCodes.InputInvalid, "An idempotency key has 1 to 64 characters; a UUID is best.", "idempotencyKey"));
        }

        return EntityId.Derive<CommandId>(Tenant.Value, Actor.ToString(), idempotencyKey);
    }

    /// <summary>The id of what a command makes: the same when the command is repeated.</summary>
    public static TId Made<TId>(CommandId command)
        where TId : struct, IEntityId<TId> => EntityId.Derive<TId>(command.Value, typeof(TId).Name);
}
