using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.Access;

/// <summary>Who makes the request; resolvers take it as a parameter. Long connections look again who that is.</summary>
internal sealed class Caller(Actor actor, Func<CancellationToken, Task<Actor>>? lookAgain = null)
{
    private const int LongestKey = 64;
    private Actor actor = actor;

    /// <summary>The actor, as last looked at.</summary>
    public Actor Actor => actor;

    /// <exception cref="RefusedException">UNAUTHENTICATED.</exception>
    public TenantId Tenant => Actor.Tenant
        ?? throw new RefusedException(new Refusal(ErrorCodes.Unauthenticated, "Log in first, or send a valid access token."));

    /// <summary>Takes over what a later operation on the same connection found.</summary>
    public void Become(Actor now) => actor = now;

    /// <summary>Looks again who it is, because roles are taken away and sessions end while a subscription is open.</summary>
    /// <exception cref="RefusedException">UNAUTHENTICATED: the session or token has ended.</exception>
    public async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        if (lookAgain is null)
        {
            return;
        }

        var now = await lookAgain(cancellationToken);
        if (now.Kind == ActorKind.Anonymous || now.Tenant != actor.Tenant || now.ToString() != actor.ToString())
        {
            throw new RefusedException(new Refusal(
                ErrorCodes.Unauthenticated, "Your session or access token has ended. Log in or get a new token, and subscribe again."));
        }

        actor = now;
    }

    /// <summary>The same caller with the rights that they have in a cohort: a limited manager who came to another one by their own pairing is a partner there.</summary>
    public Caller In(CohortId cohort) => actor.Cohorts is null ? this : new(actor.In([cohort]), lookAgain);

    /// <summary>Asks the policy table.</summary>
    /// <exception cref="RefusedException">UNAUTHENTICATED, FORBIDDEN.</exception>
    public void Require(string operation) => Policy.Require(operation, Actor);

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
