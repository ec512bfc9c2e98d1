using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Kits;

/// <summary>A coaching resource of a kit.</summary>
/// <param name="Title">Its title, 1..200 characters.</param>
/// <param name="Address">Its address: absolute, https, at most 200 characters.</param>
public sealed record KitResource(string Title, string Address)
{
    internal Refusal? Check(string field) =>
        Inputs.Line(Title, $"{field}.title")
            ?? Inputs.Line(Address, $"{field}.address")
            ?? (Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
                ? null : Inputs.Invalid($"{field}.address", "must be an absolute https address"));
}
