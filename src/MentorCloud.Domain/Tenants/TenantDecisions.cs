using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Tenants;

/// <summary>What a tenant decides.</summary>
public static class TenantDecisions
{
    /// <summary>Creates the tenant.</summary>
    /// <param name="state">Null: there is none yet.</param>
    /// <param name="id">The tenant's id.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The new tenant; INPUT_INVALID, ALREADY_EXISTS.</returns>
    public static Decision<TenantState> Create(TenantState? state, TenantId id, CreateTenant command, DateTimeOffset now)
    {
        if (state is not null)
        {
            return new Refusal(ErrorCodes.AlreadyExists, "This tenant exists already.");
        }

        var refusal = Inputs.Line(command.Name, "name") ?? Slug(command.Slug) ?? Inputs.TimeZone(command.TimeZone, "timeZone");
        if (refusal is not null)
        {
            return refusal;
        }

        var created = new TenantState
        {
            Id = id, Name = command.Name.Trim(), Slug = command.Slug, TimeZone = command.TimeZone, CreatedAt = now,
        };
        return Decision<TenantState>.Accept(created, new TenantCreated(created.Name, created.Slug));
    }

    /// <summary>Adopts a complete framework as the tenant's newest version.</summary>
    /// <param name="state">The tenant.</param>
    /// <param name="framework">The framework; adopting the adopted one changes nothing.</param>
    /// <returns>The tenant with the framework; TENANT_SUSPENDED.</returns>
    public static Decision<TenantState> AdoptFramework(TenantState state, FrameworkId framework)
    {
        if (state.Status == TenantStatus.Suspended)
        {
            return new Refusal(ErrorCodes.TenantSuspended, "Your company's subscription is suspended: everything can be read and exported, nothing changed.");
        }

        if (state.Framework == framework)
        {
            return Decision<TenantState>.Accept(state);
        }

        var version = state.FrameworkVersion + 1;
        return Decision<TenantState>.Accept(
            state with { Framework = framework, FrameworkVersion = version }, new FrameworkAdopted(framework, version));
    }

    /// <summary>Sets how long what was written in ended pairings is kept.</summary>
    /// <param name="state">The tenant.</param>
    /// <param name="days">Days, 30..3,650; null for ever. What it has already changes nothing.</param>
    /// <returns>The tenant; INPUT_INVALID.</returns>
    public static Decision<TenantState> SetRetention(TenantState state, int? days)
    {
        if (days is { } kept && Inputs.Range(kept, "days", RetentionRule.LeastDays, RetentionRule.MostDays) is { } refusal)
        {
            return refusal;
        }

        return state.RetentionDays == days
            ? Decision<TenantState>.Accept(state)
            : Decision<TenantState>.Accept(state with { RetentionDays = days }, new RetentionSet(days));
    }

    /// <summary>Makes the tenant read-only.</summary>
    /// <param name="state">The tenant; suspending a suspended one changes nothing.</param>
    /// <param name="reason">Why, 1..200 characters.</param>
    /// <returns>The suspended tenant; INPUT_INVALID.</returns>
    public static Decision<TenantState> Suspend(TenantState state, string reason)
    {
        if (Inputs.Line(reason, "reason") is { } refusal)
        {
            return refusal;
        }

        return state.Status == TenantStatus.Suspended
            ? Decision<TenantState>.Accept(state)
            : Decision<TenantState>.Accept(state with { Status = TenantStatus.Suspended }, new TenantSuspended(reason));
    }

    /// <summary>Makes a suspended tenant writable again.</summary>
    /// <param name="state">The tenant; resuming an active one changes nothing.</param>
    /// <returns>The active tenant.</returns>
    public static Decision<TenantState> Resume(TenantState state) => state.Status == TenantStatus.Active
        ? Decision<TenantState>.Accept(state)
        : Decision<TenantState>.Accept(state with { Status = TenantStatus.Active }, new TenantResumed());

    private static Refusal? Slug(string? slug)
    {
        var right = slug is { Length: >= 3 and <= 40 } && slug[0] != '-' && slug[^1] != '-'
            && slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        return right ? null : Inputs.Invalid("slug", "must be 3 to 40 lower-case letters a-z, digits and inner hyphens");
    }
}
