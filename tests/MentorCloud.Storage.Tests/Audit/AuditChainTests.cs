using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Audit;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly AuditEntry Entry = new(Sample.Start, "user:é", "Read", "Pairing/1", Sample.Id<ParticipantId>(5));

    [Fact]
    public void Hash_follows_the_documented_bytes()
    {
        var bytes = new List<byte>();
        bytes.AddRange(Encoding.ASCII.GetBytes("mentorcloud-audit-1"));
        bytes.AddRange(new byte[32]);
        Add(1L);
        Add(Sample.Start.UtcTicks);
        foreach (var text in new[] { Sample.Tenant.ToString(), "user:é", "Read", "Pairing/1", Sample.Id<ParticipantId>(5).ToString() })
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            bytes.AddRange([0, 0, 0, (byte)utf8.Length]);
            bytes.AddRange(utf8);
        }

        bytes.AddRange([0xFF, 0xFF, 0xFF, 0xFF]);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. bytes])), Hash(AuditChain.Beginning, Entry));

        void Add(long value)
        {
            var eight = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(eight, value);
            bytes.AddRange(eight);
        }
    }

    [Fact]
    public void Hash_depends_on_every_field()
    {
        AuditEntry[] altered =
        [
            Entry with { At = Entry.At.AddTicks(1) }, Entry with { Actor = "user:e" }, Entry with { Action = "Rea" },
            Entry with { Action = "ReadP", Subject = "airing/1" }, Entry with { Person = null }, Entry with { Detail = "" },
        ];

        var hashes = altered.Select(entry => Hash(AuditChain.Beginning, entry))
            .Append(Hash(AuditChain.Beginning, Entry))
            .Append(Hash(new string('1', 64), Entry))
            .Append(AuditChain.Hash(AuditChain.Beginning, Sample.OtherTenant, AuditLine.From(1, Entry)))
            .Append(AuditChain.Hash(AuditChain.Beginning, Sample.Tenant, AuditLine.From(2, Entry)));

        Assert.Equal(altered.Length + 4, hashes.Distinct().Count());
    }

    private static string Hash(string previous, AuditEntry entry) => AuditChain.Hash(previous, Sample.Tenant, AuditLine.From(1, entry));
}
