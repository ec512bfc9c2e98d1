using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Tenants.BreakGlass;

/// <summary>What a tenant decides about access in an emergency.</summary>
public static class BreakGlassDecisions
{
    /// <summary>The shortest access, minutes.</summary>
    public const int Shortest = 5;

    /// <summary>The longest access, minutes.</summary>
    public const int Longest = 240;

    /// <summary>How many accesses the tenant remembers; older ones are in its audit log.</summary>
    public const int Kept = 50;

    /// <summary>Opens access; a suspended tenant is no exception.</summary>
    /// <param name="state">The tenant.</param>
    /// <param name="account">The operator's account.</param>
    /// <param name="reason">Why, 1 to 200 characters.</param>
    /// <param name="minutes">How long, 5 to 240.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The tenant; INPUT_INVALID.</returns>
    public static Decision<TenantState> Open(TenantState state, AccountId account, string reason, int minutes, DateTimeOffset now)
    {
        if ((Inputs.Line(reason, "reason") ?? Inputs.Range(minutes, "minutes", Shortest, Longest)) is { } refusal)
        {
            return refusal;
        }

        var number = (state.Accesses.IsEmpty ? 0 : state.Accesses[^1].Number) + 1;
        var access = new BreakGlassAccess(number, account, reason.Trim(), now, now.AddMinutes(minutes));
        return Decision<TenantState>.Accept(
            state with { Accesses = [.. state.Accesses.Append(access).TakeLast(Kept)] },
            new BreakGlassOpened(number, account, access.Reason, access.ExpiresAt));
    }

    /// <summary>Ends access before its time.</summary>
    /// <param name="state">The tenant.</param>
    /// <param name="number">The access.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The tenant; TENANT_SUSPENDED, NOT_FOUND.</returns>
    public static Decision<TenantState> End(TenantState state, int number, DateTimeOffset now)
    {
        var open = state.Accesses.FirstOrDefault(each => each.Number == number && each.IsOpen(now));
        return TenantDecisions.RefuseChange(state) is { } refusal ? refusal
            : open is null ? new Refusal(ErrorCodes.NotFound, "There is no such access that is open.", "number")
            : Decision<TenantState>.Accept(
                state with { Accesses = state.Accesses.Replace(open, open with { EndedAt = now }) }, new BreakGlassEnded(number));
    }
}
