using System.Collections.Immutable;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Kits;

/// <summary>The mentor kit of a cohort (requirement 6).</summary>
public sealed record CohortKit
{
    private const int MostWeight = 16_000;

    /// <summary>A cohort without a kit.</summary>
    public static CohortKit Empty { get; } = new();

    /// <summary>Coaching resources; at most 20.</summary>
    public ImmutableArray<KitResource> Resources { get; init; } = [];

    /// <summary>The cohort's own calendar of prompts, 2..24 and no prompt twice; empty for the built-in one.</summary>
    public ImmutableArray<string> Prompts { get; init; } = [];

    /// <summary>The protocol for confidential conversations, at most 4,000 characters; empty while not set.</summary>
    public string ConfidentialityProtocol { get; init; } = string.Empty;

    /// <summary>Checks lengths and counts.</summary>
    /// <returns>INPUT_INVALID with the field, or null.</returns>
    public Refusal? Check() =>
        Inputs.Count(Resources, "kit.resources", 0, 20)
            ?? Inputs.FirstOf(Resources, (resource, index) => resource.Check($"kit.resources.{index}"))
            ?? Inputs.Lines(Prompts, "kit.prompts", 0, 24)
            ?? (Prompts.Length == 1 ? Inputs.Invalid("kit.prompts", "has one prompt, which would come twice running; give at least two") : null)
            ?? (Prompts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == Prompts.Length
                ? null : Inputs.Invalid("kit.prompts", "has a prompt twice"))
            ?? Inputs.Paragraph(ConfidentialityProtocol, "kit.confidentialityProtocol", required: false)
            ?? (Inputs.Weight([ConfidentialityProtocol, .. Prompts, .. Resources.SelectMany(each => new[] { each.Title, each.Address })]) <= MostWeight
                ? null : Inputs.Invalid("kit", $"is too long; at most {MostWeight} characters, one outside ASCII counting six"));
}
