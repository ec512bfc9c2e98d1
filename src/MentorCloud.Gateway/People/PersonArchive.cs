using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.People;

/// <summary>Everything that a person told, wrote or may read, as a ZIP archive of files that people can read (requirement 74).</summary>
internal sealed class PersonArchive(Caller caller, GrainReader grains, GuardedViews views)
{
    private const int EntriesAtOnce = 50;
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The archive: <c>profile.json</c>, and a text file for each pairing.</summary>
    public async Task<byte[]> WriteAsync(ParticipantId self, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var person = (await grains.Participant(caller, self).Get(caller.Actor)).OrThrow();
            await AddAsync(zip, "profile.json", JsonSerializer.Serialize(person.Profile, Shape), cancellationToken);
            await AddPairingsAsync(zip, self, cancellationToken);
        }

        return file.ToArray();
    }

    private async Task AddPairingsAsync(ZipArchive zip, ParticipantId self, CancellationToken cancellationToken)
    {
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await views.PairingsAsync(
                caller, new PairingFilter(Partner: self), PairingOrder.CreatedAt, new PageRequest(100, cursor), cancellationToken);
            foreach (var row in page.Rows.Select(each => each.Row))
            {
                await views.AuditPersonAsync(caller, row.Mentor == self ? row.Mentee : row.Mentor, "Export Pairing", cancellationToken);
                await AddAsync(zip, $"pairings/{row.CreatedAt:yyyy-MM-dd}-{row.Id}.txt", await TellAsync(row, self), cancellationToken);
            }

            (more, cursor) = (page.HasNext, page.Rows.Count == 0 ? null : page.Rows[^1].Cursor);
        }
    }

    private async Task<string> TellAsync(PairingRow row, ParticipantId self)
    {
        var grain = grains.Pairing(caller, row.Id);
        var view = (await grain.Get(caller.Actor)).OrThrow();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Pairing since {row.CreatedAt:yyyy-MM-dd}, as {(row.Mentor == self ? "mentor" : "mentee")}; {row.Stage}.\n\n");
        text.Append("Contract\n").Append(JsonSerializer.Serialize((await grain.Contracts(caller.Actor)).OrThrow().Versions, Shape)).Append("\n\n");
        text.Append("Growth\n").Append(JsonSerializer.Serialize(view.Life!.Growth, Shape)).Append("\n\n");
        int? before = null;
        for (var more = true; more;)
        {
            var list = (await grain.Entries(caller.Actor, new EntryQuery(Before: before, Most: EntriesAtOnce))).OrThrow();
            foreach (var entry in list.Entries)
            {
                text.Append(CultureInfo.InvariantCulture, $"{entry.Head.WrittenAt:yyyy-MM-dd HH:mm} UTC, {entry.Head.Kind} by {entry.Head.Author}, for {entry.Head.Visibility}\n");
                entry.Texts.ToList().ForEach(part => text.Append(CultureInfo.InvariantCulture, $"  {part.Field}: {part.Text}\n"));
            }

            (more, before) = (list.HasMore, list.Entries.IsEmpty ? before : list.Entries[^1].Head.Number);
        }

        return text.ToString();
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
