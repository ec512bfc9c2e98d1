using System.IO.Compression;
using System.Text;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.People;

/// <summary>Everything that a person told, wrote or may read, as a ZIP archive of files that people can read (requirement 74).</summary>
internal sealed class PersonArchive(Caller caller, GrainReader grains, GuardedViews views, GuardedProgram program)
{
    /// <summary>The archive: <c>profile.json</c>, <c>program.txt</c>, and a text file for each pairing.</summary>
    public async Task<byte[]> WriteAsync(ParticipantId self, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var person = (await grains.Participant(caller, self).Get(caller.Actor)).OrThrow();
            await AddAsync(zip, "profile.json", ArchiveText.Json(person.Profile), cancellationToken);
            await AddAsync(zip, "program.txt", await new ProgramStory(caller, grains, views, program).TellAsync(person, cancellationToken), cancellationToken);
            await AddPairingsAsync(zip, self, cancellationToken);
        }

        return file.ToArray();
    }

    private async Task AddPairingsAsync(ZipArchive zip, ParticipantId self, CancellationToken cancellationToken)
    {
        var story = new PairingStory(caller, grains, self);
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await views.PairingsAsync(
                caller, new PairingFilter(Partner: self), PairingOrder.CreatedAt, new PageRequest(100, cursor), cancellationToken);
            foreach (var row in page.Rows.Select(each => each.Row))
            {
                await views.AuditPersonAsync(caller, row.Mentor == self ? row.Mentee : row.Mentor, "Export Pairing", cancellationToken);
                await AddAsync(zip, $"pairings/{row.CreatedAt:yyyy-MM-dd}-{row.Id}.txt", await story.TellAsync(row), cancellationToken);
            }

            (more, cursor) = (page.HasNext, page.Rows.Count == 0 ? null : page.Rows[^1].Cursor);
        }
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
