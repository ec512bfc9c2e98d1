using System.Globalization;
using MentorCloud.Domain.Access;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.People;

/// <summary>Fields of <c>Viewer</c> about the person's own data.</summary>
internal static class ExportFields
{
    public static async Task<PersonExport?> ExportAsync(
        Caller parent, GrainReader grains, GuardedViews views, GuardedProgram program, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (parent.Actor is not { Kind: ActorKind.User, Participant: { } self })
        {
            return null;
        }

        var archive = await new PersonArchive(parent, grains, views, program).WriteAsync(self, cancellationToken);
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PersonExport($"my-mentoring-{day}.zip", Convert.ToBase64String(archive));
    }
}
