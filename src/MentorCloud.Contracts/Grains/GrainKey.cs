using System.Diagnostics.CodeAnalysis;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Grains;

/// <summary>Keys of grains: <c>{tenant}/{id}</c>, and <c>{tenant}/{id}.{page}</c> for pages. The tenant's own grain is <c>{tenant}/{tenant}</c>.</summary>
public static class GrainKey
{
    /// <summary>The key of a grain.</summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="tenant">The tenant.</param>
    /// <param name="id">The id.</param>
    /// <returns>The key.</returns>
    public static string Of<TId>(TenantId tenant, TId id)
        where TId : struct, IEntityId<TId> => $"{tenant}/{id}";

    /// <summary>The key of a page beside a grain.</summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="tenant">The tenant.</param>
    /// <param name="id">The id of the grain that the page belongs to.</param>
    /// <param name="page">0, 1, 2 ...</param>
    /// <returns>The key.</returns>
    public static string OfPage<TId>(TenantId tenant, TId id, int page)
        where TId : struct, IEntityId<TId> => $"{tenant}/{id}.{page}";

    /// <summary>The tenant of a key.</summary>
    /// <param name="key">A grain's key.</param>
    /// <param name="tenant">The tenant.</param>
    /// <returns>Whether the key is one of ours.</returns>
    public static bool TryGetTenant(string key, [NotNullWhen(true)] out TenantId tenant)
    {
        tenant = default;
        return key.Length > EntityId.TextLength && key[EntityId.TextLength] == '/'
            && EntityId.TryParse(key[..EntityId.TextLength], out tenant);
    }

    /// <summary>Tenant and id of a key that is no page's.</summary>
    /// <typeparam name="TId">Which kind of id.</typeparam>
    /// <param name="key">A grain's key.</param>
    /// <returns>Both.</returns>
    /// <exception cref="FormatException">Not such a key.</exception>
    public static (TenantId Tenant, TId Id) Split<TId>(string key)
        where TId : struct, IEntityId<TId> =>
        TryGetTenant(key, out var tenant)
            ? (tenant, EntityId.Parse<TId>(key[(EntityId.TextLength + 1)..]))
            : throw new FormatException("A grain's key begins with its tenant.");
}
