using MentorCloud.Domain.Cohorts.Kits;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortKitInput(IReadOnlyList<KitResource> Resources, IReadOnlyList<string> Prompts, string ConfidentialityProtocol)
{
    public CohortKit ToKit() => new()
    {
        Resources = [.. Resources],
        Prompts = [.. Prompts],
        ConfidentialityProtocol = ConfidentialityProtocol,
    };
}
