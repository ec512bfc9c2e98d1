using MentorCloud.Contracts.Imports;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Imports;

/// <summary>The payload of the same name.</summary>
internal sealed record RosterImportPayload(
    int Read,
    int Imported,
    int Unchanged,
    int Skipped,
    IReadOnlyList<ImportProblem> Problems,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<UserError> UserErrors);
