using System.Collections.Frozen;
using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Imports;

/// <summary>A framework's profiles by code, as a roster's codes are resolved against them. Held in memory as a whole.</summary>
internal sealed class FrameworkProfiles
{
    private readonly FrozenDictionary<string, ImmutableArray<double>> levels;
    private readonly FrozenDictionary<string, string> skills;

    private FrameworkProfiles(FrameworkId id, ImmutableArray<Competency> competencies, IEnumerable<FrameworkProfile> profiles)
    {
        Id = id;
        SkillNames = [.. competencies.Where(each => each.Kind == CompetencyKind.Skill).Select(each => each.Name)];
        levels = profiles.ToFrozenDictionary(profile => profile.Code, profile => profile.Levels, StringComparer.Ordinal);
        skills = competencies.Where(each => each.Kind == CompetencyKind.Skill)
            .ToFrozenDictionary(each => each.Name, each => each.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The framework.</summary>
    public FrameworkId Id { get; }

    /// <summary>The skills' names, in the framework's order.</summary>
    public ImmutableArray<string> SkillNames { get; }

    /// <summary>Takes the profiles of a framework that was just read.</summary>
    /// <param name="draft">The framework.</param>
    /// <param name="tenant">Whose it is going to be.</param>
    /// <returns>The profiles.</returns>
    public static FrameworkProfiles Of(FrameworkDraft draft, TenantId tenant) => new(draft.IdIn(tenant), draft.Competencies, draft.Profiles);

    /// <summary>Loads the profiles of the tenant's adopted framework, page by page.</summary>
    /// <param name="grains">The grains.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="actor">In whose name: a tenant admin, a program manager or a client that may read programs.</param>
    /// <returns>The profiles; null when the tenant has adopted no framework.</returns>
    /// <exception cref="RefusedException">NOT_FOUND, FORBIDDEN.</exception>
    public static async Task<FrameworkProfiles?> LoadAsync(IGrainFactory grains, TenantId tenant, Actor actor)
    {
        var state = (await grains.GetGrain<ITenantGrain>(GrainKey.Of(tenant, tenant)).Get(actor)).OrThrow();
        if (state.Framework is not { } id)
        {
            return null;
        }

        var framework = (await grains.GetGrain<IFrameworkGrain>(GrainKey.Of(tenant, id)).Get(actor)).OrThrow();
        var profiles = new List<FrameworkProfile>(framework.Profiles);
        for (var page = 0; page < framework.Pages; page++)
        {
            var stored = await grains.GetGrain<IFrameworkPageGrain>(GrainKey.OfPage(tenant, id, page)).Get(actor);
            profiles.AddRange(stored.OrThrow().Profiles);
        }

        return new FrameworkProfiles(id, framework.Competencies, profiles);
    }

    /// <summary>The levels of a profile, skills first, in the framework's order.</summary>
    internal bool TryGetLevels(string code, out ImmutableArray<double> found) => levels.TryGetValue(code, out found);

    /// <summary>A skill's name as the framework writes it; letter case is forgiven.</summary>
    internal bool TryGetSkill(string text, out string? name) => skills.TryGetValue(text, out name);
}
