using System.Security.Cryptography;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Keys;

/// <summary>
/// Unwrapped person keys, the least recently used forgotten first. Callers get copies, so that a key can be overwritten
/// with zeros the moment it leaves.
/// </summary>
internal sealed class KeyCache(int capacity, TimeSpan lifetime, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId Tenant, PersonKeyId Id), LinkedListNode<Entry>> entries = [];
    private readonly Dictionary<(TenantId Tenant, ParticipantId Person), PersonKeyId> current = [];
    private readonly LinkedList<Entry> byUse = new();
    private long erasures;

    /// <summary>How many keys are held.</summary>
    public int Count
    {
        get
        {
            lock (gate) return entries.Count;
        }
    }

    /// <summary>Grows with each erasure; what was read before one must not be kept after it.</summary>
    public long Erasures
    {
        get
        {
            lock (gate) return erasures;
        }
    }

    /// <summary>A copy of a key, to be overwritten after use; null when it is not here.</summary>
    public byte[]? Find(TenantId tenant, PersonKeyId id)
    {
        lock (gate)
        {
            if (!entries.TryGetValue((tenant, id), out var node)) return null;
            if (clock.GetUtcNow() >= node.Value.Until)
            {
                Remove(node);
                return null;
            }

            byUse.Remove(node);
            byUse.AddFirst(node);
            return [.. node.Value.Key];
        }
    }

    /// <summary>The key that a person's texts are sealed with now; null when it is not here.</summary>
    public PersonKeyId? CurrentOf(TenantId tenant, ParticipantId person)
    {
        lock (gate) return current.TryGetValue((tenant, person), out var id) ? id : null;
    }

    /// <summary>Keeps a copy, unless something was erased since the key was read.</summary>
    public void Keep(TenantId tenant, ParticipantId person, PersonKeyId id, ReadOnlySpan<byte> key, long erasuresWhenRead)
    {
        lock (gate)
        {
            if (erasuresWhenRead != erasures || entries.ContainsKey((tenant, id))) return;
            while (entries.Count >= capacity) Remove(byUse.Last!);
            entries[(tenant, id)] = byUse.AddFirst(new Entry(tenant, person, id, key.ToArray(), clock.GetUtcNow() + lifetime));
            current[(tenant, person)] = id;
        }
    }

    /// <summary>Forgets a person's keys, or with null a whole tenant's.</summary>
    public void Erase(TenantId tenant, ParticipantId? person)
    {
        lock (gate)
        {
            erasures++;
            foreach (var node in entries.Values.Where(node => Concerns(node.Value, tenant, person)).ToList()) Remove(node);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var node in entries.Values.ToList()) Remove(node);
        }
    }

    private static bool Concerns(Entry entry, TenantId tenant, ParticipantId? person) =>
        entry.Tenant == tenant && (person is null || entry.Person == person);

    private void Remove(LinkedListNode<Entry> node)
    {
        var entry = node.Value;
        CryptographicOperations.ZeroMemory(entry.Key);
        byUse.Remove(node);
        entries.Remove((entry.Tenant, entry.Id));
        current.Remove((entry.Tenant, entry.Person));
    }

    private sealed record Entry(TenantId Tenant, ParticipantId Person, PersonKeyId Id, byte[] Key, DateTimeOffset Until);
}
